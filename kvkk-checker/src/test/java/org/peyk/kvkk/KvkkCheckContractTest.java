package org.peyk.kvkk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Place;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.Segment;
import org.peyk.spi.tck.CheckSample;
import org.peyk.spi.tck.ContentCheckContract;

/** The scanner keeps the contract that holds for checks of anybody. */
class KvkkCheckContractTest implements ContentCheckContract {
    private static final String IDENTITY = "10000000146";
    private static final String IBAN = "TR330006100519786457841326";
    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    @Override
    public ContentCheck check() {
        return new KvkkCheck();
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }

    @Override
    public List<CheckSample> samples() {
        String both = "Ücret " + IBAN + " hesabına yatırılır. T.C. kimlik no: " + IDENTITY;
        DocumentReading list = new DocumentReading(
                DocumentInfo.of("text/csv"),
                List.of(),
                List.of(Segment.of("T.C. kimlik no: " + IDENTITY, Place.inFile("liste.csv", List.of("satır 2"), true))),
                List.of());
        return List.of(
                CheckSample.clean("an invitation", form("Bahar şenliği", "12 Mayıs saat 14.00, Mimar Sinan Salonu.")),
                CheckSample.dirty(
                        "an identity number and an account in a text",
                        form("Kayıt", both),
                        Set.of(FindingCodes.TCKN, FindingCodes.IBAN),
                        IDENTITY,
                        IBAN),
                CheckSample.dirty(
                        "an identity number in a subject",
                        form("T.C. kimlik no: " + IDENTITY, "Bilginize."),
                        Set.of(FindingCodes.TCKN),
                        IDENTITY),
                CheckSample.dirty(
                                "an identity number in a hidden cell of a file",
                                withFile("liste.csv"),
                                Set.of(FindingCodes.TCKN),
                                IDENTITY)
                        .reading("liste.csv", list),
                CheckSample.dirty(
                                "an identity number in a file's name",
                                withFile("T.C. kimlik no " + IDENTITY + ".csv"),
                                Set.of(FindingCodes.TCKN),
                                IDENTITY)
                        .reading("T.C. kimlik no " + IDENTITY + ".csv", empty()));
    }

    private static DocumentReading empty() {
        return new DocumentReading(DocumentInfo.of("text/csv"), List.of(), List.of(), List.of());
    }

    private static RequestForm form(String subject, String text) {
        LanguageVersion version = new LanguageVersion(TURKISH, subject, "<p>" + text + "</p>", text, null);
        return RequestForm.builder(Purpose.INFORMATION)
                .content(Content.of(version))
                .build();
    }

    private static RequestForm withFile(String name) {
        try {
            RequestForm form = form("Liste", "Liste ektedir.");
            Attachment file = Attachment.of(name, "text/csv", ByteSource.of(new byte[] {'a'}));
            return form.toBuilder()
                    .content(form.content().withAttachments(List.of(file)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
