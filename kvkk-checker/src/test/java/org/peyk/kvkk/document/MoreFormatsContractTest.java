package org.peyk.kvkk.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.peyk.spi.ByteSource;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.tck.DocumentReaderContract;
import org.peyk.spi.tck.SampleDocument;

import static org.peyk.kvkk.document.Documents.bytes;
import static org.peyk.kvkk.document.Documents.resource;

/** Readers of packages, presentations, OpenDocument files, RTF and mails keep the contract of all readers. */
class MoreFormatsContractTest {

    private static SampleDocument sample(String name, byte[] bytes, String... visible) {
        return SampleDocument.of(name, "", ByteSource.of(bytes), visible);
    }

    private static byte[] archive() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("duyuru.txt", bytes("Şubat ayında Iğdır üzerine çalıştay. " + "Katılım ücretsizdir. ".repeat(12)));
        parts.put("liste.csv", bytes("Ad Soyad;Puan\nAyşe Örnek;61\nIşık Deneme;70\n"));
        for (int i = 1; i <= 6; i++) {
            parts.put("Bahar yarıyılı çalıştayı, konuşma metinleri, oturum " + i + ".txt", bytes("Oturum " + i));
        }
        return Documents.zip(parts);
    }

    @Nested
    class Pptx implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new PptxReader();
        }

        @Override
        public List<SampleDocument> samples() {
            return List.of(sample("sunum.pptx", Packages.pptx(), "Kimlik no 10000000146", "61")
                    .hiding("Gizli slayt metni", "Yorum metni"));
        }

        @Override
        public Set<KindLimit> kindLimits() {
            return Set.of(KindLimit.PAGES, KindLimit.ROWS);
        }
    }

    @Nested
    class Odf implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new OdfReader();
        }

        @Override
        public List<SampleDocument> samples() {
            return List.of(
                    sample("davet.odt", resource("davet.odt"), "Bahar Semineri: Şehir ve İletişim", "Kentin sesi")
                            .hiding("Gizli kimlik no 10000000146"),
                    sample("yerlestirme.ods", resource("yerlestirme.ods"), "Ayşe Örnek")
                            .hiding("Gizli Satır", "TR330006100519786457841326"));
        }

        @Override
        public Set<KindLimit> kindLimits() {
            return Set.of(KindLimit.ROWS);
        }
    }

    @Nested
    class Rtf implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new RtfReader();
        }

        @Override
        public List<SampleDocument> samples() {
            return List.of(
                    sample("davet.rtf", resource("davet.rtf"), "Bahar Semineri: Şehir ve İletişim", "Kentin sesi"));
        }

        @Override
        public Set<KindLimit> kindLimits() {
            return Set.of(KindLimit.ROWS);
        }
    }

    @Nested
    class Eml implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new EmlReader();
        }

        @Override
        public List<SampleDocument> samples() {
            return List.of(sample("ileti.eml", Packages.eml(), "Görünen metin").hiding("gizli metin"));
        }

        @Override
        public Set<KindLimit> kindLimits() {
            return Set.of(KindLimit.NESTING, KindLimit.ROWS);
        }
    }

    @Nested
    class Zip implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new ZipReader();
        }

        @Override
        public List<SampleDocument> samples() {
            return List.of(sample("hepsi.zip", archive(), "liste.csv"));
        }

        @Override
        public Set<KindLimit> kindLimits() {
            return Set.of(KindLimit.NESTING, KindLimit.ROWS);
        }
    }

    @Nested
    class Eyp implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new EypReader();
        }

        @Override
        public List<SampleDocument> samples() {
            return List.of(
                    sample("yazi.eyp", Packages.eyp(resource("davet.pdf"), resource("davet.pdf")), "Bahar Semineri")
                            .hiding("10000000146"));
        }

        @Override
        public Set<KindLimit> kindLimits() {
            return Set.of(KindLimit.NESTING, KindLimit.ROWS);
        }
    }

    @Nested
    class Xls implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new XlsReader();
        }

        @Override
        public List<SampleDocument> samples() {
            return List.of(sample("yerlestirme.xls", resource("yerlestirme.xls"), "Ayşe Örnek", "12.05.2001")
                    .hiding("Gizli Satır"));
        }

        @Override
        public Set<KindLimit> kindLimits() {
            return Set.of(KindLimit.ROWS);
        }
    }

    @Nested
    class Msg implements DocumentReaderContract {
        @Override
        public DocumentReader reader() {
            return new MsgReader();
        }

        @Override
        public List<SampleDocument> samples() {
            return List.of(
                    sample("ileti.msg", CompoundFiles.of(OldOfficeTest.mail()), "Kimlik no 10000000146 için yazınız."));
        }

        @Override
        public Set<KindLimit> kindLimits() {
            return Set.of(KindLimit.NESTING, KindLimit.ROWS);
        }
    }
}
