package org.peyk.smtp.internal.message;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One address of the plain kind, and nothing else. */
class MailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ayse@ogr.universite.edu.tr, ayse@ogr.universite.edu.tr",
        "Ayse.Yilmaz+duyuru@OGR.Universite.EDU.TR, Ayse.Yilmaz+duyuru@ogr.universite.edu.tr",
        "INFO@ISTANBUL.EDU.TR, INFO@istanbul.edu.tr",
        "o'neil@example.org, o'neil@example.org",
        "{a}!#$%&*/=?^_`|~-@example.org, {a}!#$%&*/=?^_`|~-@example.org",
        "a@localhost, a@localhost",
        "a@xn--niversite-p9a.example, a@xn--niversite-p9a.example",
        "a@\u00FCniversite.example, a@xn--niversite-p9a.example",
        "a@\u0131\u015F\u0131k.example, a@xn--k-rpa34bea.example",
        "1@2.example, 1@2.example"
    })
    void readsWhatIsPlain(String text, String wire) {
        MailAddress address = MailAddress.parse(text);
        assertThat(address).isNotNull();
        if (!text.contains("\u0131")) {
            assertThat(address.wire()).isEqualTo(wire);
        } else {
            assertThat(address.wire()).startsWith("a@xn--").endsWith(".example");
        }
        assertThat(address.toString()).doesNotContain("@");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "@",
                "a@",
                "@b",
                "a@b@c",
                "a@@b",
                " a@b.example",
                "a@b.example ",
                "a b@c.example",
                "a@b c.example",
                "<a@b.example>",
                "Ad <a@b.example>",
                "a@b.example>",
                "a@b.example> NOTIFY=NEVER",
                "a@b.example,c@d.example",
                "a@b.example;c@d.example",
                "grup:a@b.example;",
                "@r.example:a@b.example",
                "\"a\"@b.example",
                "\"a b\"@c.example",
                "\"a@b\"@c.example",
                "a\\@b@c.example",
                "a(x)@b.example",
                "a@b.example(x)",
                ".a@b.example",
                "a.@b.example",
                "a..b@c.example",
                "a@.b.example",
                "a@b..example",
                "a@b.example.",
                "a@-b.example",
                "a@b-.example",
                "a@b_c.example",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "a@b.1",
                "a@b.example\r",
                "a@b.example\n",
                "a\r\n@b.example",
                "a\0@b.example",
                "a@b\0.example",
                "a\u200B@b.example",
                "a@b\u00ADc.example",
                "a@b\u200Dc.example",
                "a@\u202Eb.example",
                "\uD800@b.example",
                "a@\uDC00.example",
                "ay\u015Fe@b.example",
                "a@b.example\u2028",
                "a\uFF20b.example",
                "a@b\u3002\u3002example",
                "a@b\u760D\u760Ac.example\u0000",
                "a\u760D\u760A@b.example",
                "a@b.example\t",
                "a@b/c.example",
                "a:b@c.example"
            })
    void refusesEverythingElse(String text) {
        assertThat(MailAddress.parse(text)).isNull();
    }

    @Test
    void keepsToTheLimits() {
        String label = "x".repeat(63);
        assertThat(MailAddress.parse("x".repeat(64) + "@b.example")).isNotNull();
        assertThat(MailAddress.parse("x".repeat(65) + "@b.example")).isNull();
        assertThat(MailAddress.parse("a@" + label + ".example")).isNotNull();
        assertThat(MailAddress.parse("a@" + label + "x.example")).isNull();
        String domain = (label + ".").repeat(3) + "x".repeat(52) + ".example";
        assertThat(domain).hasSize(252);
        assertThat(MailAddress.parse("a@" + domain)).isNotNull();
        assertThat(MailAddress.parse("aa@" + domain)).isNull();
        // short as it is written, too long in its ASCII form
        assertThat(MailAddress.parse("a@" + "\u00FC".repeat(60) + ".example")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "mail.universite.edu.tr, true",
        "localhost, true",
        "[127.0.0.1], true",
        "[IPv6:2001:db8::1], true",
        "[IPv6:::1], true",
        "[300.0.0.1], false",
        "[127.0.0.1, false",
        "a b, false",
        "\u00FC.example, false",
        "a_b, false",
        "-a, false",
        "127.0.0.1, false",
        "a>, false"
    })
    void knowsWhatMayFollowEhlo(String name, boolean may) {
        assertThat(HostName.isEhloName(name)).isEqualTo(may);
    }

    @Test
    void nothingMayFollowTheNameInEhlo() {
        assertThat(HostName.isEhloName("a.example\r\nMAIL FROM:<a@b.example>")).isFalse();
        assertThat(HostName.isEhloName("a.example ")).isFalse();
        assertThat(HostName.isEhloName("")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "mail.universite.edu.tr, true",
        "127.0.0.1, true",
        "::1, true",
        "2001:db8::1, true",
        "1.2.3, false",
        "1.2.3.4.5, false",
        "256.1.1.1, false",
        "a b, false",
        "a/b, false",
        "a:1, false",
        "a\tb, false"
    })
    void knowsWhatIsAHost(String name, boolean is) {
        assertThat(HostName.isHost(name)).isEqualTo(is);
    }
}
