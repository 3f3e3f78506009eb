package org.peyk.smtp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.peyk.smtp.internal.dkim.PublishedKey;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.transport.PreflightProblem;

/**
 * Whether the DNS says of the signing domains what recipients' servers look for: the public half of each DKIM key (RFC 6376), who may send
 * (SPF, RFC 7208), and what to do with the rest (DMARC, RFC 7489). None of it keeps a message from being sent, so nothing here is fatal.
 */
final class DnsCheck {
    private final DnsLookup dns;
    private final List<PreflightProblem> found = new ArrayList<>();

    DnsCheck(DnsLookup dns) {
        this.dns = dns;
    }

    List<PreflightProblem> problems(List<DkimKey> keys) {
        Set<String> domains = new LinkedHashSet<>();
        try {
            for (DkimKey key : keys) {
                domains.add(ConfigCheck.dkimDomain(key));
                published(key);
            }
            for (String domain : domains) {
                senders(domain);
                policy(domain);
            }
        } catch (IOException e) {
            add(
                    "SMTP-DNS-CHECK",
                    "DNS kayıtları sorgulanamadı; DKIM, SPF ve DMARC denetlenmedi.",
                    "The DNS could not be asked; DKIM, SPF and DMARC were not checked.");
        }
        return List.copyOf(found);
    }

    private void published(DkimKey key) throws IOException {
        String name = key.selector() + "._domainkey." + ConfigCheck.dkimDomain(key);
        List<String> records =
                dns.txt(name).stream().filter(r -> r.contains("p=")).toList();
        if (records.isEmpty()) {
            add(
                    "SMTP-DKIM-DNS",
                    name + " adında DKIM kaydı yok; imzalar doğrulanamaz.",
                    "There is no DKIM record at " + name + "; signatures cannot be verified.");
        } else if (records.size() > 1 || !PublishedKey.belongsTo(records.get(0), key.key())) {
            add(
                    "SMTP-DKIM-DNS",
                    name + " kaydındaki anahtar, imzalayan anahtarın eşi değil; imzalar geçersiz sayılır.",
                    "The key at " + name + " is not the counterpart of the one that signs; signatures will fail.");
        }
    }

    private void senders(String domain) throws IOException {
        long records = dns.txt(domain).stream()
                .filter(r -> r.toLowerCase(Locale.ROOT).matches("v=spf1(?: .*)?"))
                .count();
        if (records != 1) {
            add(
                    "SMTP-SPF-DNS",
                    records == 0
                            ? domain + " için SPF kaydı yok."
                            : domain + " için birden çok SPF kaydı var; alıcılar hiçbirini dikkate almaz.",
                    records == 0
                            ? "There is no SPF record at " + domain + "."
                            : "There are several SPF records at " + domain
                                    + "; recipients' servers heed none of them.");
        }
    }

    private void policy(String domain) throws IOException {
        for (String at = domain; at.indexOf('.') > 0; at = at.substring(at.indexOf('.') + 1)) {
            List<String> records = dns.txt("_dmarc." + at);
            if (records.stream().anyMatch(r -> r.replace(" ", "").startsWith("v=DMARC1;"))) {
                return;
            }
        }
        add(
                "SMTP-DMARC-DNS",
                domain + " için DMARC kaydı yok; büyük posta sağlayıcıları toplu iletide arıyor.",
                "There is no DMARC record for " + domain + "; large providers look for one in bulk mail.");
    }

    private void add(String code, String tr, String en) {
        found.add(new PreflightProblem(code, false, LocalizedText.of(tr, en)));
    }
}
