package org.peyk.internal.check;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.Samples;
import org.peyk.internal.content.Documents;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestView;
import org.peyk.spi.Requester;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;
import org.peyk.spi.document.ReadLimits;

import static org.assertj.core.api.Assertions.assertThat;

class ConsistencyCheckTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final String LONG_ENOUGH = "<p>Değerli hocalarım, 29 Ekim resepsiyonuna hepinizi bekliyoruz.</p>";

    private static List<Finding> check(LanguageVersion version, Map<Detail, String> details) {
        RequestForm.Builder b = Samples.form().toBuilder().content(Content.of(version));
        details.forEach(b::detail);
        RequestView view = new RequestView(
                Samples.ID, 1, Requester.of(Samples.REQUESTER, Samples.FACULTY), b.build(), 0, "digest");
        ReadOnceContext context = new ReadOnceContext(
                view,
                Instant.parse("2026-10-01T09:00:00Z"),
                ZoneId.of("Europe/Istanbul"),
                new Documents(List.of(), ReadLimits.DEFAULT));
        return new ConsistencyCheck().check(context);
    }

    private static List<Finding> text(String text) {
        return check(LanguageVersion.plain(TURKISH, "Duyuru", text), Map.of());
    }

    private static List<Finding> html(String html) {
        return check(new LanguageVersion(TURKISH, "Duyuru", html, "Metin", null), Map.of());
    }

    @Test
    void A7_namesTheRightWeekday() {
        List<Finding> found = text("Tören 29 Ekim 2026 Cuma günü yapılacaktır.");
        assertThat(found).hasSize(1);
        Finding f = found.get(0);
        assertThat(f.code()).isEqualTo("DATE-WEEKDAY");
        assertThat(f.severity()).isEqualTo(Severity.JUSTIFY);
        assertThat(f.message().tr()).contains("Perşembe");
        assertThat(f.message().en()).contains("Thursday");
        assertThat(f.place().part()).isEqualTo(Place.Part.TEXT);
        assertThat("Tören 29 Ekim 2026 Cuma günü yapılacaktır."
                        .substring(f.place().start(), f.place().end()))
                .startsWith("29 Ekim 2026 Cuma");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "29 Ekim 2026 Perşembe",
                "29 EKİM 2026 PERŞEMBE",
                "29 Ekim 2026'da, Perşembe günü",
                "Perşembe, 29 Ekim 2026",
                "29.10.2026 (Perşembe)",
                "Thursday, October 29, 2026",
                "29 October 2026, Thursday",
                "Oct 29, 2026 Thu",
                "29-30 Ekim 2026 Cuma",
                "29-30 Ekim 2026 Perşembe",
                "22 Ekim 2026 Perşembe, 29 Ekim 2026 Perşembe",
                "1 Kasım 2026 Pazar",
                "2 Kasım 2026 Pazartesi",
                "7 Kasım 2026 Cumartesi",
                "30 Ekim 2026 Cuma'ya kadar",
                "31 Şubat 2026 Cuma",
                "Cuma hutbesi 29 Ekim 2026 tarihlidir",
                "29 Ekim 2026 tarihinden sonraki Cuma"
            })
    void rightOrAbsentWeekdaysAreNoFindings(String text) {
        assertThat(text(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "29 EKİM 2026 CUMA",
                "29 ekim 2026 cuma",
                "Cuma günü, 29 Ekim 2026",
                "29.10.2026 Cuma",
                "29/10/2026 - Cuma mı? 29/10/2026 Cuma",
                "Friday, 29 October 2026",
                "October 29th, 2026 (Friday)",
                "22 Ekim 2026 Perşembe ve 29 Ekim 2026 Cuma",
                "29 Ekim 2026 Cumartesi",
                "28-29 Ekim 2026 Cuma",
                "2026-10-29 Cuma",
                "29 Ekim 2026 Cuma'ya kadar"
            })
    void wrongWeekdaysAreFound(String text) {
        assertThat(text(text)).extracting(Finding::code).containsExactly("DATE-WEEKDAY");
    }

    @Test
    void findsDatesInEveryPartAndSaysTheSameOnlyOnce() {
        LanguageVersion version = new LanguageVersion(
                TURKISH,
                "29 Ekim 2026 Salı",
                "<p>28 Ekim 2026 <b>Salı</b></p><p>30 Ekim 2026 Salı</p>",
                "28 Ekim 2026 Salı",
                "31 Ekim 2026 Salı");
        assertThat(check(version, Map.of()))
                .extracting(f -> f.place().part())
                .containsExactly(Place.Part.SUBJECT, Place.Part.TEXT, Place.Part.HTML, Place.Part.SMS);
    }

    @Test
    void aTextThatNamesOtherDatesThanTheFormIsWorthALook() {
        Map<Detail, String> form = Map.of(Detail.DATE, "2026-10-29");
        LanguageVersion other = LanguageVersion.plain(TURKISH, "Duyuru", "Son gün 27 Ekim 2026, tören 28.10.2026.");
        assertThat(check(other, form)).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("DATE-DIFFERS");
            assertThat(f.severity()).isEqualTo(Severity.INFO);
            assertThat(f.count()).isEqualTo(2);
            assertThat(f.message().tr()).contains("2026-10-29");
        });
        LanguageVersion same = LanguageVersion.plain(TURKISH, "Duyuru", "Son gün 27 Ekim 2026, tören 29.10.2026.");
        assertThat(check(same, form)).isEmpty();
        LanguageVersion range = LanguageVersion.plain(TURKISH, "Duyuru", "28-30 Ekim 2026");
        assertThat(check(range, form)).isEmpty();
        LanguageVersion none = LanguageVersion.plain(TURKISH, "Duyuru", "Yakında.");
        assertThat(check(none, form)).isEmpty();
    }

    @Test
    void E4_aPosterWithoutATextTwinIsBlocked() {
        assertThat(
                        html(
                                "<p>Afişe bakınız.</p><img src=\"cid:afis\" alt=\"29 Ekim Cumhuriyet Bayramı resepsiyonu afişi\">"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.code()).isEqualTo("IMAGE-ONLY");
                    assertThat(f.severity()).isEqualTo(Severity.BLOCK);
                });
        assertThat(html("<img src=\"cid:afis\">"))
                .extracting(Finding::code)
                .containsExactly("IMAGE-ONLY", "IMAGE-WITHOUT-ALT");
        assertThat(html(LONG_ENOUGH + "<img src=\"cid:afis\" alt=\"Afiş\">")).isEmpty();
        assertThat(html("<p>Kısa.</p>")).as("a short mail without pictures").isEmpty();
    }

    @Test
    void aPictureWithoutAlternativeTextNeedsAReason() {
        assertThat(html(LONG_ENOUGH + "<img src=\"cid:a\"><img src=\"cid:b\"><img src=\"cid:c\" alt=\"\">"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.code()).isEqualTo("IMAGE-WITHOUT-ALT");
                    assertThat(f.severity()).isEqualTo(Severity.JUSTIFY);
                    assertThat(f.count()).isEqualTo(2);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"https://kotu.example.com/x\">https://ornek.edu.tr/x</a>",
                "<a href=\"https://kotu.example.com\">www.ornek.edu.tr</a>",
                "<a href=\"https://ornek.edu.tr@kotu.example.com/\">ornek.edu.tr</a>",
                "<a href=\"https://form.example.com/1\">ORNEK.EDU.TR/kayit</a>",
                "<a href=\"mailto:x@example.com\">x@ornek.edu.tr</a>",
                "<a href=\"https://giris.example.com\">bilgi@ornek.edu.tr</a>"
            })
    void aLinkThatSaysAnotherAddressNeedsAReason(String link) {
        assertThat(html(LONG_ENOUGH + link)).singleElement().satisfies(f -> {
            assertThat(f.code()).isEqualTo("LINK-DIFFERS");
            assertThat(f.severity()).isEqualTo(Severity.JUSTIFY);
            assertThat(f.excerpt()).doesNotContain("x@").doesNotContain("bilgi@");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"https://ornek.edu.tr/x?a=1\">ornek.edu.tr</a>",
                "<a href=\"http://www.ornek.edu.tr:8080/x\">https://ornek.edu.tr</a>",
                "<a href=\"https://ornek.edu.tr\">Kayıt için tıklayınız</a>",
                "<a href=\"https://ornek.edu.tr\">Saat 14.00</a>",
                "<a href=\"mailto:bilgi@ornek.edu.tr?subject=Soru\">bilgi@ornek.edu.tr</a>",
                "<a href=\"https://ORNEK.EDU.TR/I\">ornek.edu.tr/i</a>",
                "<a href=\"tel:+902121234567\">0212 123 45 67</a>",
                "<a>ornek.edu.tr</a>"
            })
    void aLinkThatSaysWhereItLeadsIsNone(String link) {
        assertThat(html(LONG_ENOUGH + link)).isEmpty();
    }
}
