package org.peyk.smtp;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/** The settings of an SMTP transport while they are being collected, and what was wrong with them so far. */
final class SmtpSettings {
    /** What the names of properties begin with. */
    static final String PREFIX = "peyk.smtp.";

    String host = "";
    int port = -1;
    int weight = 1;
    Security security = Security.STARTTLS_REQUIRED;

    @Nullable
    Credentials credentials;

    @Nullable
    String ehloName;

    @Nullable
    Supplier<SSLContext> sslContext;

    SmtpTimeouts timeouts = SmtpTimeouts.DEFAULT;
    SmtpPool pool = SmtpPool.DEFAULT;
    long maxMessageBytes = SmtpConfig.DEFAULT_MAX_MESSAGE_BYTES;
    ZoneId zone = SmtpConfig.DEFAULT_ZONE;
    SmtpExtensions extensions = SmtpExtensions.DEFAULT;

    @Nullable
    DnsLookup dns = DnsLookup.system();

    @Nullable
    Set<DeliveryReports.Event> reportsOn;

    @Nullable
    Boolean wholeMessage;

    /** Beside the first one and behind it; the usual port where none was given. */
    final List<SmtpRelay> others = new ArrayList<>();

    final List<String> pins = new ArrayList<>();
    final List<DkimKey> dkimKeys = new ArrayList<>();
    final List<PemKey> dkimFiles = new ArrayList<>();
    final List<ConfigProblem> problems = new ArrayList<>();

    void url(String url) {
        MailUrl parsed = new MailUrl("SMTP", url);
        host = parsed.host();
        port = parsed.portOr(SmtpConfig.SUBMISSION_PORT, SmtpConfig.SUBMISSIONS_PORT);
        security = parsed.security();
        credentials = parsed.credentials();
        for (SmtpSetting setting : SmtpSetting.values()) {
            String value = parsed.parameter(setting.key());
            if (value != null) {
                setting.apply(this, value, "SMTP-CFG-URL");
            }
        }
        problems.addAll(parsed.problems());
    }

    /** Takes what begins with the prefix, and nothing else; an unknown name among those is a mistake. */
    void properties(Map<String, String> all) {
        Map<String, String> ours = new TreeMap<>();
        all.forEach((name, value) -> {
            if (name.startsWith(PREFIX)) {
                ours.put(name.substring(PREFIX.length()), value);
            }
        });
        String url = ours.remove("url");
        if (url != null) {
            url(url);
        }
        String given = ours.remove("host");
        if (given != null) {
            host = given;
        }
        read(ours, "port", value -> port = SettingValue.number(value));
        read(ours, "security", value -> security = SettingValue.oneOf(Security.class, value.replace('-', '_')));
        credentials(ours);
        for (SmtpSetting setting : SmtpSetting.values()) {
            String value = ours.remove(setting.key());
            if (value != null) {
                setting.apply(this, value, "SMTP-CFG-PROPERTY");
            }
        }
        ours.keySet()
                .forEach(name ->
                        property("Bilinmeyen ayar: " + shown(name), "There is no such setting: " + shown(name)));
    }

    private void read(Map<String, String> ours, String name, Consumer<String> setter) {
        String value = ours.remove(name);
        if (value != null) {
            try {
                setter.accept(value);
            } catch (IllegalArgumentException e) {
                property(name + " ayarının değeri okunamıyor.", "The value of " + name + " cannot be read.");
            }
        }
    }

    private void credentials(Map<String, String> ours) {
        String user = ours.remove("username");
        String password = ours.remove("password");
        String auth = ours.remove("auth");
        if (user == null && password == null && auth == null) {
            return;
        }
        if (user == null || password == null) {
            property(
                    "username ile password birlikte verilmeli (auth yalnız onlarla).",
                    "username and password must be given together (and auth only with them).");
            return;
        }
        credentials = Credentials.password(user, () -> password);
        if (auth != null) {
            Map<String, String> one = new TreeMap<>(Map.of("auth", auth));
            read(
                    one,
                    "auth",
                    value -> credentials = new Credentials(
                            user, () -> password, List.of(SettingValue.oneOf(AuthMechanism.class, value))));
        }
    }

    /** A name that is a name; what else was put in its place may be a secret. */
    private static String shown(String name) {
        return name.matches("[a-z][a-z0-9.-]{0,40}") ? name : "…";
    }

    private void property(String tr, String en) {
        problems.add(new ConfigProblem("SMTP-CFG-PROPERTY", LocalizedText.of(tr, en)));
    }

    private SmtpExtensions extensions() {
        Set<DeliveryReports.Event> on = reportsOn;
        Boolean whole = wholeMessage;
        if (on == null && whole == null) {
            return extensions;
        }
        DeliveryReports usual = extensions.reports() == null ? DeliveryReports.FAILURES : extensions.reports();
        return extensions.withReports(
                new DeliveryReports(on == null ? usual.on() : on, whole == null ? usual.wholeMessage() : whole));
    }

    private List<SmtpRelay> relays(int usualPort) {
        List<SmtpRelay> all = new ArrayList<>();
        all.add(new SmtpRelay(host, port, weight));
        others.stream().filter(r -> r.weight() != 0).forEach(all::add);
        others.stream().filter(r -> r.weight() == 0).forEach(all::add);
        return all.stream()
                .map(r -> r.port() >= 0 ? r : new SmtpRelay(r.host(), usualPort, r.weight()))
                .toList();
    }

    SmtpConfig config() {
        List<ConfigProblem> all = new ArrayList<>(problems);
        if (sslContext instanceof PemTrust pem) {
            all.addAll(pem.problems("SMTP-CFG-TRUST"));
        }
        Supplier<SSLContext> trusted = sslContext;
        if (!pins.isEmpty()) {
            if (trusted == null || trusted instanceof PemTrust) {
                PinnedTrust pinned = new PinnedTrust(pins, (PemTrust) trusted);
                all.addAll(pinned.problems());
                trusted = pinned;
            } else {
                all.add(new ConfigProblem(
                        "SMTP-CFG-PIN",
                        LocalizedText.of(
                                "Sabitlenen anahtar (pin) ile sslContext birlikte verilemez; denetimi sslContext içinde yapın.",
                                "A pin cannot be given beside an sslContext; have that check the key.")));
            }
        }
        int usual = security == Security.IMPLICIT_TLS ? SmtpConfig.SUBMISSIONS_PORT : SmtpConfig.SUBMISSION_PORT;
        List<DkimKey> keys = PemKey.readAll(dkimFiles, dkimKeys, all);
        try {
            SmtpConfig config = new SmtpConfig(
                    relays(usual),
                    security,
                    credentials,
                    ehloName,
                    trusted,
                    timeouts,
                    pool,
                    maxMessageBytes,
                    zone,
                    keys,
                    extensions(),
                    dns);
            if (all.isEmpty()) {
                return config;
            }
        } catch (SmtpConfigException e) {
            all.addAll(e.problems());
        }
        throw new SmtpConfigException(all);
    }
}
