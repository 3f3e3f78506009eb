package org.peyk.smtp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.internal.dkim.DkimSigner;
import org.peyk.smtp.internal.message.HostName;
import org.peyk.spi.LocalizedText;

/** Finds everything that is wrong with settings. Values are inputs too: a name that is written to a socket is checked like an address. */
final class ConfigCheck {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final Pattern SELECTOR = Pattern.compile("(?=.{1,100}$)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
            + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");

    private final List<ConfigProblem> problems = new ArrayList<>();

    private ConfigCheck() {}

    static List<ConfigProblem> smtp(
            List<SmtpRelay> relays,
            Security security,
            @Nullable Credentials credentials,
            @Nullable String ehloName,
            SmtpTimeouts timeouts,
            SmtpPool pool,
            long maxMessageBytes,
            List<DkimKey> dkim,
            SmtpExtensions extensions) {
        ConfigCheck check = new ConfigCheck();
        if (relays.isEmpty()) {
            check.server("SMTP", "", SmtpConfig.SUBMISSION_PORT);
        }
        for (int i = 0; i < relays.size(); i++) {
            SmtpRelay relay = relays.get(i);
            check.server("SMTP", relay.host(), relay.port());
            check.range("SMTP-CFG-RELAY", "weight", relay.weight(), i == 0 ? 1 : 0, SmtpRelay.MAX_WEIGHT);
        }
        if (relays.stream().map(SmtpRelay::toString).distinct().count() < relays.size()) {
            check.add(
                    "SMTP-CFG-RELAY", "Aynı posta sunucusu iki kez verilmiş.", "The same mail server is given twice.");
        }
        check.who("SMTP", credentials);
        boolean abroad = relays.stream().anyMatch(r -> !HostName.isLoopback(r.host()));
        if (security == Security.PLAIN && credentials != null && abroad) {
            check.add(
                    "SMTP-CFG-AUTH",
                    "Parola ya da erişim belirteci şifrelenmeyen bağlantıyla gönderilmez; STARTTLS ya da TLS kullanın.",
                    "A password or token is not sent over a connection without encryption; use STARTTLS or TLS.");
        }
        if (ehloName != null && !HostName.isEhloName(ehloName)) {
            check.add(
                    "SMTP-CFG-EHLO",
                    "EHLO adı bir alan adı ya da köşeli parantez içinde bir IP adresi olmalı.",
                    "The EHLO name must be a domain name, or an IP address in square brackets.");
        }
        check.duration("SMTP-CFG-TIMEOUT", "connect", timeouts.connect());
        check.duration("SMTP-CFG-TIMEOUT", "greeting", timeouts.greeting());
        check.duration("SMTP-CFG-TIMEOUT", "command", timeouts.command());
        check.duration("SMTP-CFG-TIMEOUT", "data", timeouts.data());
        check.duration("SMTP-CFG-TIMEOUT", "write", timeouts.write());
        check.duration("SMTP-CFG-TIMEOUT", "end", timeouts.end());
        check.duration("SMTP-CFG-TIMEOUT", "check", timeouts.check());
        check.duration("SMTP-CFG-TIMEOUT", "stop", timeouts.stop());
        check.duration("SMTP-CFG-POOL", "maxAge", pool.maxAge());
        check.duration("SMTP-CFG-POOL", "maxIdle", pool.maxIdle());
        check.duration("SMTP-CFG-POOL", "checkAfter", pool.checkAfter());
        check.duration("SMTP-CFG-POOL", "patience", pool.patience());
        if (!pool.slowStart().isZero()) {
            check.duration("SMTP-CFG-POOL", "slowStart", pool.slowStart());
        }
        check.range("SMTP-CFG-POOL", "connections", pool.connections(), 1, 200);
        check.range("SMTP-CFG-POOL", "messagesPerConnection", pool.messagesPerConnection(), 1, Integer.MAX_VALUE);
        check.range("SMTP-CFG-SIZE", "maxMessageBytes", maxMessageBytes, 1024, Integer.MAX_VALUE - 64);
        check.range("SMTP-CFG-EXTENSIONS", "chunkWindow", extensions.chunkWindow(), 0, 64);
        dkim.forEach(check::dkim);
        return check.problems;
    }

    static List<ConfigProblem> imap(
            String name,
            String host,
            int port,
            Credentials credentials,
            String folder,
            ImapTimeouts timeouts,
            int maxExaminedBytes,
            @Nullable String authenticatedBy) {
        ConfigCheck check = new ConfigCheck();
        check.server("IMAP", host, port);
        check.who("IMAP", credentials);
        if (!name.matches("[A-Za-z0-9._-]{1,60}")) {
            check.add(
                    "IMAP-CFG-NAME",
                    "Posta kutusunun adı 1-60 harf, rakam, nokta, alt çizgi ya da tireden oluşmalı; adres olmamalı.",
                    "The mailbox's name must be 1 to 60 letters, digits, dots, underscores or hyphens; not an address.");
        }
        if (folder.isBlank() || folder.chars().anyMatch(c -> c < 0x20 || (c >= 0x7F && c <= 0x9F))) {
            check.add(
                    "IMAP-CFG-FOLDER",
                    "Klasör adı boş olamaz ve denetim karakteri içeremez.",
                    "The folder's name must not be blank or hold control characters.");
        }
        if (authenticatedBy != null && !authenticatedBy.matches("[A-Za-z0-9._-]{1,255}")) {
            check.add(
                    "IMAP-CFG-AUTHSERV",
                    "Gönderenleri doğrulayan sunucunun adı (authserv-id) harf, rakam, nokta, alt çizgi ve tireden oluşmalı.",
                    "The name of the server that authenticates senders (authserv-id) must be letters, digits, dots, underscores and hyphens.");
        }
        check.duration("IMAP-CFG-TIMEOUT", "connect", timeouts.connect());
        check.duration("IMAP-CFG-TIMEOUT", "read", timeouts.read());
        check.duration("IMAP-CFG-TIMEOUT", "write", timeouts.write());
        check.duration("IMAP-CFG-TIMEOUT", "poll", timeouts.poll());
        check.range("IMAP-CFG-SIZE", "maxExaminedBytes", maxExaminedBytes, 16 * 1024, 64 * 1024 * 1024);
        return check.problems;
    }

    private void server(String prefix, String host, int port) {
        if (!HostName.isHost(host)) {
            add(
                    prefix + "-CFG-HOST",
                    "Sunucu adı bir alan adı ya da IP adresi olmalı.",
                    "The host must be a domain name or an IP address.");
        }
        range(prefix + "-CFG-PORT", "port", port, 1, 65_535);
    }

    private void who(String prefix, @Nullable Credentials credentials) {
        if (credentials == null) {
            return;
        }
        String user = credentials.username();
        if (user.isBlank() || user.length() > 320 || user.chars().anyMatch(c -> c < 0x20 || c == 0x7F)) {
            add(
                    prefix + "-CFG-USER",
                    "Kullanıcı adı boş olamaz ve denetim karakteri içeremez.",
                    "The user name must not be blank or hold control characters.");
        }
        if (credentials.mechanisms().isEmpty()) {
            add(
                    prefix + "-CFG-AUTH",
                    "En az bir kimlik doğrulama yöntemi gerekir.",
                    "At least one authentication mechanism is needed.");
        }
    }

    /** The signing domain in its ASCII form; to be asked of checked keys. */
    static String dkimDomain(DkimKey key) {
        return Objects.requireNonNull(HostName.toAscii(key.domain()), "the domain was not checked");
    }

    private void dkim(DkimKey key) {
        if (HostName.toAscii(key.domain()) == null
                || !SELECTOR.matcher(key.selector()).matches()) {
            add(
                    "SMTP-CFG-DKIM",
                    "DKIM alanı bir alan adı, seçici (selector) noktalarla ayrılmış harf, rakam ve tirelerden oluşmalı.",
                    "The DKIM domain must be a domain name, the selector letters, digits and hyphens separated by dots.");
        }
        if (!DkimSigner.usable(key.key())) {
            add(
                    "SMTP-CFG-DKIM",
                    "DKIM anahtarı en az 2048 bitlik RSA ya da Ed25519 olmalı ve imza atabilmeli.",
                    "The DKIM key must be RSA with at least 2048 bits, or Ed25519, and able to sign.");
        }
    }

    private void duration(String code, String name, Duration value) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            add(code, name + " 1 ms ile 1 gün arasında olmalı.", name + " must be between 1 ms and 1 day.");
        }
    }

    private void range(String code, String name, long value, long least, long most) {
        if (value < least || value > most) {
            add(
                    code,
                    name + " " + least + " ile " + most + " arasında olmalı.",
                    name + " must be between " + least + " and " + most + ".");
        }
    }

    private void add(String code, String tr, String en) {
        problems.add(new ConfigProblem(code, LocalizedText.of(tr, en)));
    }
}
