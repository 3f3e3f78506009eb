package org.peyk.internal.content;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.peyk.ErrorCode;
import org.peyk.PeykException;
import org.peyk.ReadyDocument;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Sha256;
import org.peyk.spi.SourceDocument;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentException;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.ReadingNote;
import org.peyk.spi.document.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReadyDocumentsTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final byte[] BYTES = "belge".getBytes(StandardCharsets.UTF_8);

    private interface Body {
        void read(ReadingHandler handler) throws DocumentException, IOException;
    }

    private static ReadyDocuments of(Body body) {
        DocumentReader reader = new DocumentReader() {
            @Override
            public boolean accepts(DocumentInput input) {
                return true;
            }

            @Override
            public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler)
                    throws DocumentException, IOException {
                body.read(handler);
            }
        };
        return new ReadyDocuments(new Documents(List.of(reader), ReadLimits.DEFAULT));
    }

    private static DocumentInput file(String name) {
        return new DocumentInput(name, "application/pdf", ByteSource.of(BYTES));
    }

    private static Block paragraph(String text) {
        return new Block.Paragraph(List.of(Span.of(text)));
    }

    private static ReadyDocument invitation(@org.jspecify.annotations.Nullable String number) {
        return of(handler -> {
                    handler.info(new DocumentInfo("application/pdf", "Üst yazı", "E-123", null));
                    handler.block(new Block.Heading(1, List.of(Span.of("Mezuniyet Töreni"))));
                    handler.block(new Block.Paragraph(List.of(
                            Span.of("Değerli hocalarım, törenimize "),
                            new Span("bekliyoruz", null, true, true),
                            new Span("kayıt", "https://ornek.edu.tr/k?a=1&b=2", false, false),
                            new Span("tık", "javascript:x()", false, false),
                            Span.of(" <script>\nİmza"))));
                    handler.block(
                            new Block.ItemList(true, List.of(List.of(Span.of("Açılış")), List.of(Span.of("Ödüller")))));
                    handler.block(new Block.Table(1, List.of(List.of("Ad", "Not"), List.of("Yer", "A Salonu"))));
                    handler.block(new Block.Image("logo"));
                    handler.block(paragraph("Tarih: 17 Aralık 2026 Perşembe"));
                    handler.note(new ReadingNote(
                            ReadingNote.Kind.IMAGE_NOT_SCANNED,
                            LocalizedText.of("Görsele bakılmadı.", "Picture skipped.")));
                })
                .read(file("davet.pdf"), number, TURKISH);
    }

    @Test
    void A2_theTextComesFromTheDocumentWithItsNumberAndHash() {
        ReadyDocument document = invitation("E-2026/77");
        SourceDocument source = document.content().source();
        assertThat(source).isNotNull();
        assertThat(source.registryNumber()).isEqualTo("E-2026/77");
        assertThat(source.fileName()).isEqualTo("davet.pdf");
        assertThat(source.sha256()).isEqualTo(Sha256.hex(BYTES));
        assertThat(source.extractedText()).contains("Değerli hocalarım");
        assertThat(document.details()).containsEntry(Detail.PLACE, "A Salonu").containsEntry(Detail.DATE, "2026-12-17");
        LanguageVersion version = document.content().versions().get(0);
        assertThat(version.language()).isEqualTo(TURKISH);
        assertThat(version.subject()).isEqualTo("Mezuniyet Töreni");
        assertThat(version.html())
                .contains("<h1>Mezuniyet Töreni</h1>")
                .contains("<strong><em>bekliyoruz</em></strong>")
                .contains("<a href=\"https://ornek.edu.tr/k?a=1&amp;b=2\">kayıt</a>tık &lt;script&gt;<br>İmza")
                .contains("<ol><li>Açılış</li><li>Ödüller</li></ol>")
                .contains("<th style=")
                .doesNotContain("javascript")
                .doesNotContain("<img");
        assertThat(version.text())
                .startsWith("Mezuniyet Töreni\n\nDeğerli hocalarım")
                .contains("1. Açılış\n2. Ödüller")
                .contains("Yer | A Salonu");
        assertThat(document.warnings())
                .extracting(LocalizedText::tr)
                .containsExactly("Görsele bakılmadı.", "Belgedeki görseller metne alınmadı: 1.");
    }

    @Test
    void theNumberThatTheDocumentStatesIsTakenWhenNoneIsGiven() {
        SourceDocument source = invitation(null).content().source();
        assertThat(source).isNotNull();
        assertThat(source.registryNumber()).isEqualTo("E-123");
    }

    @Test
    void theSubjectLineOfALetterIsTheSubject() {
        ReadyDocument document = of(handler -> {
                    handler.info(new DocumentInfo("application/pdf", "Üst yazı\u202e", null, null));
                    handler.block(paragraph("Sayı : E-1\nKonu : Kütüphane saatleri"));
                    handler.block(paragraph("Kütüphane sınav haftasında gece de açıktır."));
                })
                .read(file("yazi.pdf"), null, TURKISH);
        assertThat(document.content().versions().get(0).subject()).isEqualTo("Kütüphane saatleri");
        ReadyDocument titled = of(handler -> {
                    handler.info(new DocumentInfo("application/pdf", "Üst\nyazı\u202e", "E\u00071", null));
                    handler.block(paragraph("Kütüphane sınav haftasında gece de açıktır."));
                })
                .read(file("\u202eyazi.pdf"), null, TURKISH);
        assertThat(titled.content().versions().get(0).subject()).isEqualTo("Üst yazı");
    }

    @Test
    void E1_aScannedPictureIsRefusedAndAskedForItsText() {
        for (Body body : List.<Body>of(
                handler -> handler.note(
                        new ReadingNote(ReadingNote.Kind.NO_TEXT, LocalizedText.of("Metin yok.", "No text."))),
                handler -> handler.block(new Block.Image("Taranmış sayfa, uzun uzun anlatılmış bir görsel")),
                handler -> handler.block(paragraph("Evrak no: 123")),
                handler -> {})) {
            ReadyDocuments documents = of(body);
            assertThatThrownBy(() -> documents.read(file("tarama.pdf"), null, TURKISH))
                    .isInstanceOfSatisfying(PeykException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.DOCUMENT_UNREADABLE);
                        assertThat(e.text().tr()).contains("Metni ayrıca yazın");
                        assertThat(e.text().en()).contains("Give the text itself");
                    });
        }
    }

    @Test
    void aDocumentThatDoesNotOpenSaysWhy() {
        ReadyDocuments locked = of(handler -> {
            throw new DocumentException("DOC-LOCKED", LocalizedText.of("Belge parolalı.", "Password needed."), null);
        });
        assertThatThrownBy(() -> locked.read(file("a.pdf"), null, TURKISH))
                .isInstanceOfSatisfying(
                        PeykException.class,
                        e -> assertThat(e.text().tr())
                                .startsWith("Belge parolalı.")
                                .contains("Metni ayrıca yazın"));
        ReadyDocuments none = new ReadyDocuments(new Documents(List.of(), ReadLimits.DEFAULT));
        assertThatThrownBy(() -> none.read(file("a.xyz"), null, TURKISH))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DOCUMENT_UNREADABLE));
    }

    @Test
    void aPartialReadingIsUsableWithAWarning() {
        ReadyDocument document = of(handler -> {
                    handler.block(paragraph("Kütüphane sınav haftasında gece de açıktır."));
                    throw new IOException("cut");
                })
                .read(file("a.pdf"), null, TURKISH);
        assertThat(document.reading().complete()).isFalse();
        assertThat(document.warnings()).hasSize(1);
    }
}
