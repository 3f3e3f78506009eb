package org.peyk.kvkk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.tck.CheckSample;
import org.peyk.spi.tck.ContentCheckContract;

class KvkkCheckContractTest implements ContentCheckContract {

    private static final Locale TR = Locale.forLanguageTag("tr");

    @Override
    public ContentCheck check() {
        return new KvkkCheck();
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.of(Ability.READS_FILES, Ability.REPORTS_UNREADABLE_FILES);
    }

    @Override
    public List<CheckSample> samples() {
        return List.of(
                CheckSample.clean(
                        "an ordinary invitation",
                        form("Davet", "<p>Prof. Dr. Semra Öztoprak, 14.00, dahili 1214, bilgi@example.edu.tr</p>", "")),
                CheckSample.dirty(
                        "a number in subject, HTML and text",
                        form("Kayıt 10000000146", "<p>Kayıt <b>172</b>91716060</p>", "Kayıt 99000000042"),
                        Set.of(FindingCodes.TCKN, FindingCodes.YKN),
                        "10000000146",
                        "17291716060",
                        "99000000042"),
                CheckSample.dirty(
                        "hidden contact data",
                        form(
                                "Duyuru",
                                "<p>Bilgi</p><div style='display:none'>0532 123 45 67</div><!-- ali@gmail.com -->",
                                "TR330006100519786457841326 ve 4111 1111 1111 1111"),
                        Set.of(FindingCodes.MOBILE, FindingCodes.EMAIL, FindingCodes.IBAN, FindingCodes.CARD),
                        "0532 123 45 67",
                        "ali@gmail.com",
                        "TR330006100519786457841326",
                        "4111 1111 1111 1111"),
                CheckSample.dirty(
                                "a list in a file",
                                withFile(form("Liste", null, "Öğrenci listesi ektedir.")),
                                Set.of(FindingCodes.STUDENT_NO, FindingCodes.NAME),
                                "210412071",
                                "Kayra Bolat")
                        .reading(
                                "liste.xlsx",
                                Scans.table(
                                        "Liste (gizli sayfa)",
                                        true,
                                        List.of(
                                                List.of("No", "Adı Soyadı"),
                                                List.of("210412071", "Kayra Bolat"),
                                                List.of("210412072", "Zişan Ekici"),
                                                List.of("210412073", "Ece Fındıklı")))));
    }

    private static RequestForm form(String subject, @Nullable String html, String text) {
        return RequestForm.builder(Purpose.INFORMATION)
                .content(Content.of(new LanguageVersion(TR, subject, html, text, null)))
                .build();
    }

    private static RequestForm withFile(RequestForm form) {
        try {
            Attachment file = Attachment.of("liste.xlsx", "application/octet-stream", ByteSource.of(new byte[] {1}));
            return form.toBuilder()
                    .content(form.content().withAttachments(List.of(file)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
