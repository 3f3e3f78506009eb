package org.peyk.kvkk.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.peyk.kvkk.document.PdfFiles.Placed;
import org.peyk.spi.ByteSource;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.tck.DocumentReaderContract;
import org.peyk.spi.tck.SampleDocument;

import static org.peyk.kvkk.document.Documents.bytes;
import static org.peyk.kvkk.document.Documents.resource;

/** Every reader keeps the contract that holds for readers of anybody. */
class DocumentReaderContractTest {

    private static SampleDocument sample(String name, byte[] bytes, String... visible) {
        return SampleDocument.of(name, "", ByteSource.of(bytes), visible);
    }

    /** XML that says nothing, unpacks to more than a megabyte, and packs no better than ordinary text. */
    private static String filling() {
        StringBuilder filling = new StringBuilder();
        Random random = new Random(1);
        while (filling.length() < 1_200_000) {
            filling.append("<!-- ")
                    .append(Long.toHexString(random.nextLong()))
                    .append(" ".repeat(40))
                    .append("-->");
        }
        return filling.toString();
    }

    @Nested
    class Docx implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new DocxReader();
        }

        @Override
        public List<SampleDocument> samples() {
            return List.of(
                    sample("davet.docx", resource("davet.docx"), "Bahar Semineri: Şehir ve İletişim", "Kentin sesi")
                            .hiding("Gizli kimlik no 10000000146", "0532 000 00 11", "210412071"),
                    sample("burs.docx", resource("burs.docx"), "Kimlik numaranız 10000000146", "Işık Deneme")
                            .hiding("5321234567", "mailto:burs@ornek.edu.tr"),
                    sample(
                            "dolgu.docx",
                            Documents.docx(Documents.paragraph("Dolgulu belge ") + filling()),
                            "Dolgulu belge"));
        }

        @Override
        public Set<KindLimit> kindLimits() {
            return Set.of(KindLimit.ROWS, KindLimit.NESTING, KindLimit.RATIO);
        }
    }

    @Nested
    class Xlsx implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new XlsxReader();
        }

        @Override
        public List<SampleDocument> samples() {
            Map<String, String> parts = new LinkedHashMap<>();
            parts.put("xl/embeddings/not.txt", "Gömülü not: sicil A-10457");
            return List.of(
                    sample("yerlestirme.xlsx", resource("yerlestirme.xlsx"), "Ayşe Örnek", "12.05.2001")
                            .hiding("TR330006100519786457841326", "Gizli Satır", "Öğrenci no 210412071"),
                    sample("yerlestirme-calc.xlsx", resource("yerlestirme-calc.xlsx"), "Ayşe Örnek")
                            .hiding("3.25"),
                    sample(
                                    "ek.xlsx",
                                    Documents.xlsx("<row><c t='str'><v>Görünen</v></c></row>" + filling(), parts),
                                    "Görünen")
                            .hiding("A-10457"));
        }

        @Override
        public Set<KindLimit> kindLimits() {
            return Set.of(KindLimit.ROWS, KindLimit.NESTING, KindLimit.RATIO);
        }
    }

    @Nested
    class Pdf implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new PdfReader();
        }

        @Override
        public List<SampleDocument> samples() {
            byte[] twoPages = PdfFiles.pages(
                    PdfFiles.lines(List.of(new Placed(50, 700, 12, "Birinci sayfa"))),
                    PdfFiles.lines(List.of(new Placed(50, 700, 12, "Ikinci sayfa"))),
                    (content, document) -> {
                        Random random = new Random(1);
                        for (int i = 0; i < 20_000; i++) {
                            content.addComment(Long.toHexString(random.nextLong()) + " ".repeat(50));
                        }
                    });
            return List.of(
                    sample("davet.pdf", resource("davet.pdf"), "Bahar Semineri: Şehir ve İletişim", "Ihlamur")
                            .hiding("https://ornek.edu.tr/seminer"),
                    sample("sayfalar.pdf", twoPages, "Birinci sayfa", "Ikinci sayfa"),
                    sample(
                                    "form.pdf",
                                    PdfFiles.withExtras("liste.csv", bytes("Ad;Not\nAyşe Örnek;45\n")),
                                    "Basvuru formu")
                            .hiding("Ogrenci no 210412071", "Ayşe Örnek"));
        }

        @Override
        public Set<KindLimit> kindLimits() {
            return Set.of(KindLimit.PAGES, KindLimit.ROWS, KindLimit.NESTING, KindLimit.RATIO);
        }
    }

    @Nested
    class Csv implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new CsvReader();
        }

        @Override
        public List<SampleDocument> samples() {
            String rows = "Ayşe Örnek,10000000146\nIşık Deneme,99000000042\n".repeat(6);
            return List.of(
                    sample("liste.csv", bytes("Ad,Kimlik\n" + rows), "Ayşe Örnek", "10000000146"),
                    sample("liste.tsv", bytes(("Ad,Kimlik\n" + rows).replace(',', '\t')), "Işık Deneme"));
        }

        @Override
        public Set<KindLimit> kindLimits() {
            return Set.of(KindLimit.ROWS);
        }

        @Override
        public boolean knowsByContent() {
            return false;
        }

        @Override
        public boolean noticesTruncation() {
            return false;
        }
    }

    @Nested
    class Text implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new TextReader();
        }

        @Override
        public List<SampleDocument> samples() {
            return List.of(sample(
                    "duyuru.txt",
                    bytes("DUYURU\n\nŞubat ayında İktisat ve Iğdır üzerine çalıştay vardır.\n\n"
                            + "Katılım ücretsizdir. ".repeat(10)),
                    "DUYURU",
                    "Iğdır"));
        }

        @Override
        public boolean noticesTruncation() {
            return false;
        }
    }

    @Nested
    class Html implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new HtmlReader();
        }

        @Override
        public List<SampleDocument> samples() {
            return List.of(sample(
                            "duyuru.html",
                            bytes(
                                    "<html><body><h1>Çağrı</h1><p>Şubat ayında <b>Iğdır</b> gezisi</p><p style='display:none'>sicil A-10457</p>"
                                            + "<table><tr><th>Ad<th>Not<tr><td>Ayşe Örnek<td>45</table><a href='data:,gizli%20not'>x</a><p>"
                                            + "Katılım ücretsizdir. ".repeat(10) + "</body></html>"),
                            "Çağrı",
                            "Iğdır gezisi")
                    .hiding("sicil A-10457", "gizli not"));
        }

        @Override
        public Set<KindLimit> kindLimits() {
            return Set.of(KindLimit.ROWS, KindLimit.NESTING);
        }

        @Override
        public boolean noticesTruncation() {
            return false;
        }
    }
}
