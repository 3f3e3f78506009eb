package org.peyk.examples.sms.smpp;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peyk.spi.Attachment;
import org.peyk.spi.Channel;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.RequestView;
import org.peyk.spi.Requester;
import org.peyk.spi.UnitId;
import org.peyk.spi.check.CheckContext;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.tck.CheckSample;
import org.peyk.spi.tck.ContentCheckContract;

import static org.assertj.core.api.Assertions.assertThat;

class SmsPartsCheckTest implements ContentCheckContract {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    @Override
    public ContentCheck check() {
        return new SmsPartsCheck(SmppConfig.builder("sms.example", 2775, "hesap", "parola", "UNIVERSITE")
                .build());
    }

    @Override
    public List<CheckSample> samples() {
        return List.of(
                CheckSample.clean("a mail", form("Merhaba", Channel.MAIL)),
                CheckSample.dirty("a short message", form("Merhaba", Channel.SMS), Set.of("SMS-PARTS")),
                CheckSample.dirty("with a picture", form("Merhaba 🙂", Channel.SMS), Set.of("SMS-PARTS", "SMS-UCS2")),
                CheckSample.dirty("too long", form("Merhaba ".repeat(300), Channel.SMS), Set.of("SMS-TOO-LONG")));
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.noneOf(Ability.class);
    }

    private static RequestForm form(String sms, Channel... channels) {
        LanguageVersion version = new LanguageVersion(TURKISH, "Konu", null, "Metin", sms);
        return RequestForm.builder(Purpose.INFORMATION)
                .content(Content.of(version))
                .channels(Set.of(channels))
                .build();
    }

    @Test
    void theApproverSeesPartsAndCoding() {
        List<Finding> findings = find("Sayın öğrencimiz, ".repeat(20), Channel.MAIL, Channel.SMS);
        assertThat(findings).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.INFO);
            assertThat(f.place().part()).isEqualTo(Place.Part.SMS);
            assertThat(f.message().tr())
                    .isEqualTo("Kişi başına 3 parça (GSM-7, Türkçe); en çok 44 karakter daha sığar.");
            assertThat(f.message().en())
                    .isEqualTo("3 parts (GSM-7, Turkish) for each person; up to 44 more characters fit.");
        });
    }

    @Test
    void namesTheCharactersThatMakeItDearer() {
        List<Finding> findings = find("Toplantı saat 14.00’te – lütfen gelin. ".repeat(3), Channel.SMS);
        assertThat(findings).hasSize(2);
        assertThat(findings.get(0).message().tr()).contains("2 parça (UCS-2)");
        assertThat(findings.get(1).excerpt()).isEqualTo("’ U+2019, – U+2013");
        assertThat(findings.get(1).message().tr()).contains("onlarsız 1 parça");
    }

    @Test
    void aTextThatWouldBeRefusedIsNotSubmitted() {
        assertThat(find("Merhaba ".repeat(300), Channel.SMS))
                .extracting(Finding::severity)
                .containsExactly(Severity.BLOCK);
    }

    private List<Finding> find(String sms, Channel... channels) {
        RequestForm form = form(sms, channels);
        Requester requester = Requester.of(PersonId.of("kisi"), UnitId.of("birim"));
        RequestView view = new RequestView(RequestId.of("2026-1"), 1, requester, form, 0, "");
        try {
            return check().check(new CheckContext() {
                @Override
                public RequestView request() {
                    return view;
                }

                @Override
                public Instant now() {
                    return Instant.EPOCH;
                }

                @Override
                public ZoneId zone() {
                    return ZoneId.of("Europe/Istanbul");
                }

                @Override
                public DocumentReading read(Attachment attachment) {
                    throw new AssertionError("a short message has no files");
                }
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
