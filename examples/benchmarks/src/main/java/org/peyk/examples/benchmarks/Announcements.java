package org.peyk.examples.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Announcements as a university sends them, made up: about 4 kB each, every tenth with rows of persons. The same with every run. */
final class Announcements {

    private static final int LENGTH = 4_000;
    private static final String[] SENTENCES = {
        "Üniversitemiz Kütüphane ve Dokümantasyon Daire Başkanlığı tarafından düzenlenen seminer 14 Mart 2026 Cumartesi günü saat 10.00'da başlayacaktır.",
        "Katılmak isteyen öğrencilerimizin en geç 10 Mart 2026 mesai bitimine kadar başvuru formunu doldurmaları gerekmektedir.",
        "Etkinliğe ilişkin ayrıntılı bilgi için 0346 555 10 00 (dahili 1214) numaralı telefondan ulaşılabilir.",
        "Bilgi İşlem Daire Başkanlığı, 25.04.2026 tarihinde 02.00-06.00 saatleri arasında ağ cihazlarının bakımını yapacaktır.",
        "Akademik takvimde yapılan değişiklikler Senatonun 2026/07-3 sayılı kararı ile kabul edilmiştir.",
        "Konferansımızda iklim değişikliği, enerji verimliliği ve sürdürülebilir kampüs başlıkları ele alınacaktır.",
        "Sorularınızı bilgi@kuzeyova.edu.tr adresine iletebilirsiniz; yanıtlar iki iş günü içinde verilir.",
        "Ders kayıtlarının danışman onayı ile kesinleşeceğini, onaylanmayan kayıtların silineceğini hatırlatırız.",
        "Sosyal tesislerimizde hafta boyunca öğle yemeği saat 11.30 ile 13.30 arasında verilecektir.",
        "Programın açılış konuşmasını Prof. Dr. Zeynep Karaduman yapacak, ardından panel oturumuna geçilecektir.",
        "Yönetmeliğin ilgili maddesi gereğince mazeret sınavı istekleri fakülte sekreterliklerine yazılı olarak yapılır.",
        "Spor salonunun yenileme çalışmaları nedeniyle kort ve yüzme havuzu bir süre kapalı kalacaktır."
    };
    private static final String[] FIRST = {"Ayşe", "Mehmet", "Zeynep", "Ali", "Fatma", "Mustafa", "Elif", "Hüseyin"};
    private static final String[] LAST = {"Yılmaz", "Kaya", "Demir", "Çelik", "Şahin", "Öztürk", "Aydın", "Koç"};

    private final Random random = new Random(20260301);

    /** Texts of so many characters in all. */
    List<String> texts(int characters) {
        List<String> texts = new ArrayList<>();
        int made = 0;
        while (made < characters) {
            String text = text(texts.size() % 10 == 9);
            texts.add(text);
            made += text.length();
        }
        return texts;
    }

    private String text(boolean withRows) {
        StringBuilder text = new StringBuilder(LENGTH + 200);
        while (text.length() < LENGTH) {
            for (int i = 0; i < 4; i++) {
                text.append(SENTENCES[random.nextInt(SENTENCES.length)]).append(i < 3 ? ' ' : '\n');
            }
            if (withRows && text.length() > LENGTH / 2) {
                text.append(row(" ")).append('\n');
            }
        }
        return text.toString();
    }

    private String row(String between) {
        return String.join(
                between,
                identity(),
                FIRST[random.nextInt(FIRST.length)] + " " + LAST[random.nextInt(LAST.length)],
                "0532 " + (100 + random.nextInt(900)) + " " + (10 + random.nextInt(90)) + " "
                        + (10 + random.nextInt(90)));
    }

    /** An identity number with right check digits. */
    private String identity() {
        int[] d = new int[11];
        d[0] = 1 + random.nextInt(9);
        for (int i = 1; i < 9; i++) {
            d[i] = random.nextInt(10);
        }
        int odd = d[0] + d[2] + d[4] + d[6] + d[8];
        int even = d[1] + d[3] + d[5] + d[7];
        d[9] = Math.floorMod(7 * odd - even, 10);
        d[10] = (odd + even + d[9]) % 10;
        StringBuilder number = new StringBuilder();
        for (int digit : d) {
            number.append(digit);
        }
        return number.toString();
    }

    /** A mail of so many characters as an editor makes it: paragraphs, links and tables with their styles. */
    String html(int characters) {
        StringBuilder html = new StringBuilder("<html><head><style>p{margin:0}</style></head><body>");
        while (html.length() < characters) {
            html.append("<p style=\"font-family:Calibri,sans-serif;font-size:11pt\">")
                    .append(SENTENCES[random.nextInt(SENTENCES.length)])
                    .append(" <a href=\"https://www.kuzeyova.edu.tr/duyuru/")
                    .append(random.nextInt(9_999))
                    .append("\">Ayrıntı</a></p>\n");
            if (random.nextInt(6) == 0) {
                html.append("<table><tr><td><b>Gün</b></td><td>Salon</td></tr><tr><td>Salı</td><td>B-")
                        .append(random.nextInt(300))
                        .append("</td></tr></table>\n");
            }
        }
        return html.append("</body></html>").toString();
    }

    /** A workbook of so many rows of persons, with inline strings. */
    byte[] workbook(int rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                            + " Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                            + " PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>");
            String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                            + " Id=\"r1\" Type=\"" + relations
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
                            + relations
                            + "\"><sheets><sheet name=\"Liste\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                            + " Id=\"r1\" Type=\"" + relations
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            StringBuilder sheet = new StringBuilder(
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            sheet.append(cells(1, List.of("T.C. Kimlik No", "Adı Soyadı", "Cep")));
            for (int r = 2; r <= rows + 1; r++) {
                sheet.append(cells(r, List.of(row("|").split("\\|"))));
            }
            entry(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    sheet.append("</sheetData></worksheet>").toString());
        }
        return bytes.toByteArray();
    }

    private static String cells(int row, List<String> values) {
        StringBuilder xml = new StringBuilder("<row r=\"").append(row).append("\">");
        for (int c = 0; c < values.size(); c++) {
            xml.append("<c r=\"")
                    .append((char) ('A' + c))
                    .append(row)
                    .append("\" t=\"inlineStr\"><is><t>")
                    .append(values.get(c))
                    .append("</t></is></c>");
        }
        return xml.append("</row>").toString();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
