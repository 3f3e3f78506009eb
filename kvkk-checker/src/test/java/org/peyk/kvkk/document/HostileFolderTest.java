package org.peyk.kvkk.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.spi.ByteSource;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.document.Documents.bytes;
import static org.peyk.kvkk.document.Documents.docx;
import static org.peyk.kvkk.document.Documents.paragraph;
import static org.peyk.kvkk.document.Documents.resource;
import static org.peyk.kvkk.document.Documents.xlsx;
import static org.peyk.kvkk.document.Documents.zip;

/** A folder of files built to do harm: each ends within its limits, and none that could not be read looks as if it had been. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class HostileFolderTest {
    private static final ReadLimits LIMITS =
            new ReadLimits(20_000_000, 2_000_000, 200, 20_000, 3, 200, Duration.ofSeconds(5));
    private static final Duration MOST = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    @Test
    void everyFileEndsWithinItsLimitsAndSaysSo() throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        archives(files);
        markup(files);
        pdfs(files);
        others(files);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> sorted = all.sorted().toList();
            assertThat(sorted).hasSizeGreaterThanOrEqualTo(20);
            for (Path file : sorted) {
                ends(file);
            }
        }
    }

    private static void ends(Path file) throws IOException {
        String name = file.getFileName().toString();
        long start = System.nanoTime();
        DocumentReading reading =
                DocumentReaders.standard().read(new DocumentInput(name, "", ByteSource.of(file)), LIMITS);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(taken).as(name).isLessThan(MOST);
        // what is borne is read whole
        assertThat(reading.complete() && !name.startsWith("dayanilan"))
                .as("%s is said to be read whole", name)
                .isFalse();
        long chars =
                reading.segments().stream().mapToLong(s -> s.text().length()).sum();
        assertThat(chars).as(name).isLessThanOrEqualTo(LIMITS.outputChars());
    }

    private static void archives(Map<String, byte[]> files) {
        byte[] spaces = new byte[30_000_000];
        Arrays.fill(spaces, (byte) ' ');
        files.put("bomba.zip", zip(Map.of("a.txt", spaces)));
        files.put(
                "bomba.docx",
                docx(paragraph("önce"), Map.of("word/footnotes.xml", new String(spaces, StandardCharsets.US_ASCII))));
        byte[] nested = zip(Map.of("ic.txt", bytes("Kimlik no 10000000146")));
        for (int i = 0; i < 12; i++) {
            nested = zip(Map.of("kat" + i + ".zip", nested));
        }
        files.put("matruska.zip", nested);
        Map<String, byte[]> many = new LinkedHashMap<>();
        byte[] small = zip(Map.of("a.txt", new byte[1_000_000]));
        for (int i = 0; i < 300; i++) {
            many.put(i + ".zip", small);
        }
        files.put("zipler.zip", zip(many));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 12_000; i++) {
            entries.put("e" + i, new byte[0]);
        }
        files.put("kalabalik.zip", zip(entries));
        byte[] whole = resource("davet.docx");
        files.put("kesik.docx", Arrays.copyOf(whole, whole.length - 400));
        files.put("kesik.xlsx", Arrays.copyOf(resource("yerlestirme.xlsx"), 3_000));
        files.put("kesik.ods", Arrays.copyOf(resource("yerlestirme.ods"), 4_000));
    }

    private static void markup(Map<String, byte[]> files) {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE d [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        files.put(
                "kahkaha.docx",
                withMain(
                        "word/document.xml",
                        laughs + "]><w:document xmlns:w=\"w\"><w:body>&a29;</w:body></w:document>"));
        String long1 = "x".repeat(50_000);
        files.put(
                "kareli.docx",
                withMain(
                        "word/document.xml",
                        "<!DOCTYPE d [<!ENTITY a \"" + long1 + "\">]><w:document xmlns:w=\"w\"><w:body>"
                                + "&a;".repeat(50_000) + "</w:body></w:document>"));
        files.put("derin.docx", docx("<w:sdt>".repeat(100_000)));
        files.put("uzun-etiket.docx", docx("<w:p w:a=\"" + "x".repeat(1_500_000) + "\"/>"));
        files.put(
                "son-satir.xlsx",
                xlsx(("<row r=\"1048576\">" + "<c r=\"XFD1048576\"><v>1</v></c>").repeat(1) + "</row>"
                        + "<row r=\"999999999999\"><c r=\"XFE1\"><v>1</v></c><c r=\"AAAAAA1\"><v>2</v></c></row>"
                        + rows(25_000)));
        files.put("derin.html", bytes("<html><body>" + "<div><b><i>".repeat(150_000) + "x"));
        files.put("dayanilan-tablo.html", bytes("<html><body>" + "<table><tr><td>".repeat(5_000) + "x"));
        files.put("uzun.csv", bytes("a;b\n".repeat(30_000)));
        files.put("derin.rtf", bytes("{\\rtf1 " + "{\\b ".repeat(200_000) + "x"));
    }

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            rows.append("<row><c><v>").append(i).append("</v></c></row>");
        }
        return rows.toString();
    }

    private static byte[] withMain(String part, String xml) {
        Map<String, byte[]> parts = new LinkedHashMap<>(ZipParts.of(docx("")));
        parts.put(part, bytes(xml));
        return zip(parts);
    }

    private static void pdfs(Map<String, byte[]> files) {
        Map<Integer, byte[]> objects = new TreeMap<>();
        objects.put(1, bytes("<</Type/Catalog/Pages 2 0 R>>"));
        objects.put(2, bytes("<</Type/Pages/Count 9/Kids[2 0 R 2 0 R 2 0 R]/Parent 2 0 R>>"));
        files.put("dongu.pdf", PdfFiles.byHand(objects));
        objects.put(2, bytes("<</Type/Pages/Count 1/Kids[3 0 R]>>"));
        objects.put(
                3,
                bytes(
                        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>"));
        objects.put(4, PdfFiles.stream("", bytes("/F Do ".repeat(10))));
        objects.put(
                5,
                PdfFiles.stream(
                        "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>",
                        bytes("/F Do ".repeat(100))));
        files.put("ciz-ciz.pdf", PdfFiles.byHand(objects));
        byte[] pdf = resource("davet.pdf");
        files.put("kesik.pdf", Arrays.copyOf(pdf, 2_000));
        files.put("bas.pdf", bytes("%PDF-1.7\n" + "[".repeat(500_000)));
    }

    private static void others(Map<String, byte[]> files) throws IOException {
        files.put("yanlis-uzanti.docx", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n', 0, 0, 0, 13});
        files.put("bos.docx", new byte[0]);
        files.put("program.txt", new byte[] {'M', 'Z', 0, 3, 0, 0, 0, 4, 0, 0, (byte) 0xFF, (byte) 0xFF, 0, 0});
        byte[] old = resource("yerlestirme.xls");
        files.put("kesik.xls", Arrays.copyOf(old, 2_000));
        byte[] circle = old.clone();
        // every sector is followed by itself
        for (int i = 0; i < 512 && 512 + i < circle.length; i += 4) {
            circle[512 + i] = (byte) (i / 4);
            circle[513 + i] = 0;
            circle[514 + i] = 0;
            circle[515 + i] = 0;
        }
        files.put("dongu.xls", circle);
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        for (int i = 0; i < 400; i++) {
            mail.write(bytes("From: a@ornek.edu.tr\nSubject: ic\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"));
        }
        mail.write(bytes("From: a@ornek.edu.tr\nSubject: son\nMIME-Version: 1.0\n\nmetin"));
        files.put("mektup-mektup.eml", mail.toByteArray());
    }
}
