package org.peyk.smtp;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.peyk.spi.LocalizedText;

/** The settings that have a name, in a URL as in properties. The package documentation lists them; a test compares. */
enum SmtpSetting {
    EHLO("mail.universite.edu.tr", (s, v) -> s.ehloName = v),
    CONNECTIONS("4", (s, v) -> s.pool = s.pool.withConnections(SettingValue.number(v))),
    MESSAGES_PER_CONNECTION("500", (s, v) -> s.pool = s.pool.withMessagesPerConnection(SettingValue.number(v))),
    MAX_CONNECTION_AGE("30m", (s, v) -> s.pool = s.pool.withMaxAge(SettingValue.duration(v))),
    MAX_IDLE("60s", (s, v) -> s.pool = s.pool.withMaxIdle(SettingValue.duration(v))),
    CHECK_AFTER("5s", (s, v) -> s.pool = s.pool.withCheckAfter(SettingValue.duration(v))),
    PATIENCE("30s", (s, v) -> s.pool = s.pool.withPatience(SettingValue.duration(v))),
    CONNECT_TIMEOUT("30s", timeout(SmtpTimeouts::withConnect)),
    GREETING_TIMEOUT("5m", timeout(SmtpTimeouts::withGreeting)),
    COMMAND_TIMEOUT("5m", timeout(SmtpTimeouts::withCommand)),
    DATA_TIMEOUT("2m", timeout(SmtpTimeouts::withData)),
    WRITE_TIMEOUT("180s", timeout(SmtpTimeouts::withWrite)),
    END_TIMEOUT("10m", timeout(SmtpTimeouts::withEnd)),
    CHECK_TIMEOUT("10s", timeout(SmtpTimeouts::withCheck)),
    STOP_TIMEOUT("20s", timeout(SmtpTimeouts::withStop)),
    MAX_MESSAGE_BYTES("26214400", (s, v) -> s.maxMessageBytes = SettingValue.number(v)),
    ZONE("Europe/Istanbul", (s, v) -> s.zone = ZoneId.of(v)),
    TRUST("/etc/peyk/ca.pem", (s, v) -> s.sslContext = new PemTrust(Path.of(v))),
    PIN("sha256/BASE64", (s, v) -> s.pins.addAll(List.of(v.split(",", -1)))),
    PIPELINING(
            "off|envelope|message",
            (s, v) -> s.extensions = s.extensions.withPipelining(SettingValue.oneOf(Pipelining.class, v))),
    CHUNK_WINDOW("16", (s, v) -> s.extensions = s.extensions.withChunkWindow(SettingValue.number(v))),
    INTERNATIONAL_ADDRESSES(
            "true|false", (s, v) -> s.extensions = s.extensions.withInternationalAddresses(SettingValue.truth(v))),
    REPORTS("failure,delay", (s, v) -> s.reportsOn = events(v)),
    REPORT_CONTENT("header|message", (s, v) -> s.wholeMessage = whole(v)),
    WEIGHT("2", (s, v) -> s.weight = SettingValue.number(v)),
    RELAYS("posta2.universite.edu.tr:587*2", (s, v) -> relays(s, v, 1)),
    FALLBACKS("yedek.universite.edu.tr:587", (s, v) -> relays(s, v, 0)),
    SLOW_START("250ms", (s, v) -> s.pool = s.pool.withSlowStart(SettingValue.duration(v))),
    DKIM("universite.edu.tr:2026a:/etc/peyk/dkim.pem", SmtpSetting::dkim);

    private final String example;
    private final BiConsumer<SmtpSettings, String> setter;

    SmtpSetting(String example, BiConsumer<SmtpSettings, String> setter) {
        this.example = example;
        this.setter = setter;
    }

    /** The name in a URL, and behind the prefix in properties. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Sets it, or notes what is wrong, without repeating the value. */
    void apply(SmtpSettings settings, String value, String code) {
        try {
            setter.accept(settings, value);
        } catch (IllegalArgumentException | DateTimeException e) {
            settings.problems.add(new ConfigProblem(
                    code,
                    LocalizedText.of(
                            key() + " ayarının değeri okunamıyor; örnek: " + example,
                            "The value of " + key() + " cannot be read; an example: " + example)));
        }
    }

    private static BiConsumer<SmtpSettings, String> timeout(BiFunction<SmtpTimeouts, Duration, SmtpTimeouts> change) {
        return (s, v) -> s.timeouts = change.apply(s.timeouts, SettingValue.duration(v));
    }

    private static Set<DeliveryReports.Event> events(String value) {
        Set<DeliveryReports.Event> on = EnumSet.noneOf(DeliveryReports.Event.class);
        if (!value.strip().equalsIgnoreCase("never")) {
            for (String one : value.split(",", -1)) {
                on.add(SettingValue.oneOf(DeliveryReports.Event.class, one));
            }
        }
        return on;
    }

    private static boolean whole(String value) {
        if (!value.equals("header") && !value.equals("message")) {
            throw new IllegalArgumentException("neither header nor message");
        }
        return value.equals("message");
    }

    /** {@code host:port*weight}, several of them; those that stand in have no weight. */
    private static void relays(SmtpSettings settings, String value, int usualWeight) {
        for (String one : value.split(",", -1)) {
            String relay = one.strip();
            int weight = usualWeight;
            int star = usualWeight > 0 ? relay.indexOf('*') : -1;
            if (star >= 0) {
                weight = SettingValue.number(relay.substring(star + 1));
                relay = relay.substring(0, star);
                if (weight < 1) {
                    throw new IllegalArgumentException("no share");
                }
            }
            int colon = relay.lastIndexOf(':');
            boolean port =
                    colon > 0 && relay.indexOf(']') < colon && (relay.startsWith("[") || relay.indexOf(':') == colon);
            String host =
                    (port ? relay.substring(0, colon) : relay).replace("[", "").replace("]", "");
            settings.others.add(
                    new SmtpRelay(host, port ? SettingValue.number(relay.substring(colon + 1)) : -1, weight));
        }
    }

    private static void dkim(SmtpSettings settings, String value) {
        String[] parts = value.split(":", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("not domain, selector and file");
        }
        settings.dkimFiles.add(new PemKey(parts[0], parts[1], Path.of(parts[2])));
    }
}
