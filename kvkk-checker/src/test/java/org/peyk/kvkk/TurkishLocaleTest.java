package org.peyk.kvkk;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.check.Finding;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing depends on the language of the machine, in particular not on one in which I is not the capital of i. */
@ResourceLock(Resources.LOCALE)
class TurkishLocaleTest {

    private static final String TEXT =
            "TC KIMLIK NO 10000000147, INFO@FIRMA.COM, ALI@GMAIL.COM, tr33 0006 1005 1978 6457 8413 26, "
                    + "ÖĞRENCİ NO 210412071, STUDENT ID 210412072, PROF. DR. ISIL INAN, İlknur Şahbaz, Irmak Işık";

    @Test
    void findsTheSameEverywhere() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ROOT);
            List<Finding> expected = findings();
            assertThat(expected).isNotEmpty();
            for (String tag : List.of("tr-TR", "az-AZ", "lt-LT", "ar-SA-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(findings()).as(tag).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<Finding> findings() throws Exception {
        CheckedRequest request = new CheckedRequest();
        request.version(new LanguageVersion(
                Locale.forLanguageTag("tr"),
                TEXT,
                "<P STYLE='DISPLAY:NONE'>" + TEXT + "</P>",
                TEXT.toLowerCase(Locale.ROOT),
                null));
        return request.findings(new KvkkCheck(
                KvkkRules.builder().institutionDomains("BILGI.EDU.TR").build()));
    }
}
