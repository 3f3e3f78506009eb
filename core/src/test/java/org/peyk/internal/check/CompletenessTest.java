package org.peyk.internal.check;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.peyk.Missing;
import org.peyk.Samples;
import org.peyk.spi.Audience;
import org.peyk.spi.Channel;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Selection;

import static org.assertj.core.api.Assertions.assertThat;

class CompletenessTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");

    /** 24 November 2026, noon in Istanbul. */
    private static final Instant NOW = Samples.NOON;

    private static RequestForm.Builder form(Purpose purpose, Map<Detail, String> details) {
        RequestForm sample = Samples.form();
        RequestForm.Builder b = RequestForm.builder(purpose)
                .content(sample.content())
                .audience(sample.audience())
                .sender(java.util.Objects.requireNonNull(sample.sender()));
        details.forEach(b::detail);
        return b;
    }

    private static Map<Detail, String> complete(Purpose purpose) {
        return switch (purpose) {
            case INFORMATION -> Map.of(Detail.CONTACT, "dahili 2145");
            case INVITATION ->
                Map.of(
                        Detail.PLACE,
                        "Konferans Salonu",
                        Detail.HOST,
                        "Mühendislik Fakültesi",
                        Detail.DATE,
                        "2026-12-17",
                        Detail.TIME,
                        "14:00",
                        Detail.CONTACT,
                        "dahili 2145");
            case CELEBRATION -> Map.of(Detail.OCCASION, "Öğretmenler Günü");
            case CONGRATULATION -> Map.of(Detail.HONOUREE, "Prof. Dr. A. B.");
            case CONDOLENCE ->
                Map.of(
                        Detail.HONOUREE,
                        "A. B.",
                        Detail.RELATION,
                        "babası",
                        Detail.FUNERAL,
                        "ikindi namazı, Merkez Camii");
            case CALL -> Map.of(Detail.DEADLINE, "2026-12-01", Detail.LINK, "https://ornek.edu.tr/cagri");
            case OUTAGE ->
                Map.of(
                        Detail.AFFECTED,
                        "B blok",
                        Detail.DATE,
                        "2026-11-25",
                        Detail.TIME,
                        "09:00",
                        Detail.DURATION,
                        "3 saat");
            case EMERGENCY -> Map.of(Detail.AFFECTED, "kampüs", Detail.URGENCY_REASON, "kar");
        };
    }

    private static List<String> missing(RequestForm form) {
        return Completeness.missing(form, NOW, ISTANBUL).stream()
                .map(Missing::field)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aCompleteFormLacksNothing(Purpose purpose) {
        assertThat(missing(form(purpose, complete(purpose)).build())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    INFORMATION    | details.CONTACT
                    INVITATION     | details.PLACE,details.HOST,details.DATE,details.TIME,details.CONTACT
                    CELEBRATION    | details.OCCASION
                    CONGRATULATION | details.HONOUREE
                    CONDOLENCE     | details.HONOUREE,details.RELATION,details.FUNERAL
                    CALL           | details.DEADLINE,details.CONTACT
                    OUTAGE         | details.AFFECTED,details.DATE,details.TIME,details.DURATION
                    EMERGENCY      | details.AFFECTED,details.URGENCY_REASON
                    """)
    void eachPurposeNeedsItsOwn(Purpose purpose, String fields) {
        assertThat(missing(form(purpose, Map.of()).build())).containsExactly(fields.split(","));
    }

    @Test
    void eachNeededDetailIsMissedByItself() {
        for (Purpose purpose : Purpose.values()) {
            for (Detail left : complete(purpose).keySet()) {
                Map<Detail, String> rest = new java.util.EnumMap<>(complete(purpose));
                rest.remove(left);
                String expected = left == Detail.LINK ? "details.CONTACT" : "details." + left;
                assertThat(missing(form(purpose, rest).build()))
                        .as("%s without %s", purpose, left)
                        .containsExactly(expected);
            }
        }
    }

    @Test
    void aCallMayNameAContactOrALink() {
        Map<Detail, String> contact = Map.of(Detail.DEADLINE, "2026-12-01", Detail.CONTACT, "dahili 1");
        assertThat(missing(form(Purpose.CALL, contact).build())).isEmpty();
        Missing either = Completeness.missing(
                        form(Purpose.CALL, Map.of(Detail.DEADLINE, "2026-12-01"))
                                .build(),
                        NOW,
                        ISTANBUL)
                .get(0);
        assertThat(either.label().tr()).isEqualTo("İletişim ya da Bağlantı");
        assertThat(either.label().en()).isEqualTo("Contact or Link");
    }

    @Test
    void anEmptyFormIsAskedForEverything() {
        assertThat(missing(RequestForm.builder(Purpose.INFORMATION).build()))
                .containsExactly(
                        "content.subject",
                        "content.text",
                        "details.CONTACT",
                        "audience.include",
                        "audience.expectedSize",
                        "sender");
    }

    @Test
    void aSecondLanguageThatWasBegunHasToBeFinished() {
        LanguageVersion english = LanguageVersion.plain(Locale.ENGLISH, "Library hours", " ");
        RequestForm form = Samples.form().toBuilder()
                .content(new Content(List.of(Samples.form().content().versions().get(0), english), List.of(), null))
                .build();
        List<Missing> missing = Completeness.missing(form, NOW, ISTANBUL);
        assertThat(missing).extracting(Missing::field).containsExactly("content.text.en");
        assertThat(missing.get(0).label().tr()).isEqualTo("Metin (en)");
    }

    @Test
    void theSmsChannelNeedsItsOwnText() {
        RequestForm both = Samples.form().toBuilder()
                .channels(Set.of(Channel.MAIL, Channel.SMS))
                .build();
        assertThat(missing(both)).containsExactly("content.smsText");
        RequestForm written = both.toBuilder()
                .content(Content.of(new LanguageVersion(TURKISH, "Konu", null, "Metin", "SMS")))
                .build();
        assertThat(missing(written)).isEmpty();
        RequestForm smsAlone = both.toBuilder()
                .channels(Set.of(Channel.SMS))
                .content(Content.of(new LanguageVersion(TURKISH, "Konu", null, "", "SMS")))
                .build();
        assertThat(missing(smsAlone)).as("a short message needs no mail text").isEmpty();
    }

    @Test
    void anExpectedSizeOfZeroIsAnAnswer() {
        RequestForm form = Samples.form().toBuilder()
                .audience(Audience.of(Selection.of("list", "akademik")).expecting(0))
                .build();
        assertThat(missing(form)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"17.12.2026", "2026-2-1", "2026-02-30", "yarın", "2026-12-17T10:00", "+2026-12-17"})
    void aDateInAnotherFormIsListedWithTheForm(String date) {
        Map<Detail, String> details = new java.util.EnumMap<>(complete(Purpose.INVITATION));
        details.put(Detail.DATE, date);
        List<Missing> missing =
                Completeness.missing(form(Purpose.INVITATION, details).build(), NOW, ISTANBUL);
        assertThat(missing).extracting(Missing::field).containsExactly("details.DATE");
        assertThat(missing.get(0).request().tr()).contains("2026-12-17");
        assertThat(missing.get(0).request().en()).contains("2026-12-17");
    }

    @ParameterizedTest
    @CsvSource({"14.00", "2 pm", "24:00", "9:00", "14:00:00"})
    void anHourInAnotherFormIsListedWithTheForm(String time) {
        Map<Detail, String> details = new java.util.EnumMap<>(complete(Purpose.INVITATION));
        details.put(Detail.TIME, time);
        List<Missing> missing =
                Completeness.missing(form(Purpose.INVITATION, details).build(), NOW, ISTANBUL);
        assertThat(missing).extracting(Missing::field).containsExactly("details.TIME");
        assertThat(missing.get(0).request().tr()).contains("14:00");
    }

    @ParameterizedTest
    @CsvSource({
        "INVITATION,2026-11-23,18:00,true",
        "INVITATION,2026-11-24,12:00,true",
        "INVITATION,2026-11-24,12:01,false",
        "OUTAGE,2026-11-23,09:00,false",
        "OUTAGE,2026-11-22,09:00,true",
        "CONDOLENCE,2026-11-20,09:00,false",
    })
    void anEventThatIsOverIsListed(Purpose purpose, String date, String time, boolean listed) {
        Map<Detail, String> details = new java.util.EnumMap<>(complete(purpose));
        details.put(Detail.DATE, date);
        details.put(Detail.TIME, time);
        assertThat(missing(form(purpose, details).build())).isEqualTo(listed ? List.of("details.DATE") : List.of());
    }

    @Test
    void todayIsTodayInTheZoneOfTheProcess() {
        // 22:30 UTC on the 24th is already the 25th in Istanbul.
        Instant lateEvening = Instant.parse("2026-11-24T22:30:00Z");
        Map<Detail, String> details = Map.of(Detail.DEADLINE, "2026-11-24", Detail.CONTACT, "dahili 1");
        RequestForm form = form(Purpose.CALL, details).build();
        assertThat(Completeness.missing(form, lateEvening, ISTANBUL))
                .extracting(Missing::field)
                .containsExactly("details.DEADLINE");
        assertThat(Completeness.missing(form, lateEvening, ZoneId.of("UTC"))).isEmpty();
    }
}
