package org.peyk.kvkk.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import static org.peyk.kvkk.document.Documents.bytes;
import static org.peyk.kvkk.document.Documents.zip;

/** Files for tests that are packages of others: presentations, official packages, mails. */
final class Packages {
    private static final String A = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";
    private static final String P = "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";
    private static final String R = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private Packages() {}

    private static String relations(String... idTypeTarget) {
        StringBuilder xml = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < idTypeTarget.length; i += 3) {
            xml.append("<Relationship Id=\"")
                    .append(idTypeTarget[i])
                    .append("\" Type=\"")
                    .append(REL)
                    .append(idTypeTarget[i + 1])
                    .append("\" Target=\"")
                    .append(idTypeTarget[i + 2])
                    .append("\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static String runs(String... runs) {
        return "<a:p><a:r><a:t>" + String.join("</a:t></a:r><a:r><a:t>", runs) + "</a:t></a:r></a:p>";
    }

    private static String slide(String attributes, String body) {
        return "<p:sld " + A + " " + P + attributes + "><p:cSld><p:spTree>" + body + "</p:spTree></p:cSld></p:sld>";
    }

    /** Two slides, the second hidden, with a table, a speaker's note, a comment and the description of a picture. */
    static byte[] pptx() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                bytes(
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/ppt/presentation.xml\""
                                + " ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml\"/></Types>"));
        parts.put("_rels/.rels", bytes(relations("r1", "officeDocument", "ppt/presentation.xml")));
        parts.put(
                "ppt/presentation.xml",
                bytes("<p:presentation " + P + " " + R
                        + "><p:sldIdLst><p:sldId id=\"256\" r:id=\"r2\"/><p:sldId id=\"257\""
                        + " r:id=\"r3\"/></p:sldIdLst></p:presentation>"));
        parts.put(
                "ppt/_rels/presentation.xml.rels",
                bytes(relations("r2", "slide", "slides/slide1.xml", "r3", "slide", "slides/slide2.xml")));
        parts.put(
                "ppt/slides/slide1.xml",
                bytes(slide(
                        "",
                        "<p:nvPr><p:cNvPr id=\"4\" descr=\"Resimdeki kişi\"/></p:nvPr><p:txBody>"
                                + runs("Kimlik no 100", "000", "00146")
                                + runs("Katılım ücretsizdir. ".repeat(12))
                                + "</p:txBody><a:tbl><a:tr><a:tc><a:txBody>"
                                + runs("Ad Soyad")
                                + "</a:txBody></a:tc><a:tc><a:txBody>" + runs("Vize")
                                + "</a:txBody></a:tc></a:tr><a:tr><a:tc><a:txBody>" + runs("Ayşe Örnek")
                                + "</a:txBody></a:tc><a:tc><a:txBody>" + runs("61")
                                + "</a:txBody></a:tc></a:tr></a:tbl>")));
        parts.put(
                "ppt/slides/_rels/slide1.xml.rels",
                bytes(relations(
                        "r1",
                        "notesSlide",
                        "../notesSlides/notesSlide1.xml",
                        "r2",
                        "comments",
                        "../comments/comment1.xml")));
        parts.put("ppt/slides/slide2.xml", bytes(slide(" show=\"0\"", runs("Gizli slayt metni"))));
        parts.put("ppt/notesSlides/notesSlide1.xml", bytes(slide("", runs("Not: 0532 000 00 11"))));
        parts.put(
                "ppt/comments/comment1.xml",
                bytes("<p:cmLst " + P + "><p:cm><p:text>Yorum metni</p:text></p:cm></p:cmLst>"));
        return zip(parts);
    }

    /** An official package around a letter; its summary states the digest of {@code digestOf}. */
    static byte[] eyp(byte[] letter, byte[] digestOf) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", bytes("<Types/>"));
        parts.put("_rels/.rels", bytes(relations("r1", "ustyazi", "UstYazi/yazi.pdf")));
        parts.put(
                "Ustveri/Ustveri.xml",
                bytes(
                        "<tipler:Ustveri xmlns:tipler=\"urn:dpt:eyazisma:schema:xsd:Tipler-2\"><Tarih>2026-11-20T09:00:00+03:00</Tarih>"
                                + "<BelgeNo>E-48215973-302.01-184220</BelgeNo><Konu>Bahar semineri</Konu><OlusturanTCKN>10000000146</OlusturanTCKN>"
                                + "</tipler:Ustveri>"));
        parts.put("UstYazi/yazi.pdf", letter);
        parts.put("Ekler/liste.csv", bytes("Ad Soyad;Puan\nAyşe Örnek;61\n"));
        parts.put("Imzalar/ImzaCades.imz", new byte[] {1, 2, 3});
        parts.put(
                "PaketOzeti/PaketOzeti.xml",
                bytes("<PaketOzeti><Reference URI=\"/UstYazi/yazi.pdf\"><DigestItem><DigestMethod"
                        + " Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue>" + sha256(digestOf)
                        + "</DigestValue></DigestItem></Reference></PaketOzeti>"));
        return zip(parts);
    }

    private static String sha256(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A mail with a text in quoted-printable, HTML, a file with an encoded name and another mail. */
    static byte[] eml() {
        return bytes("""
                From: =?UTF-8?Q?Ay=C5=9Fe_=C3=96rnek?= <ayse.ornek@gmail.com>
                To: liste@ornek.edu.tr
                Subject: =?UTF-8?B?Ba==?= =?UTF-8?B?xZ4=?= bildirimi
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="SINIR"

                başlık

                --SINIR
                Content-Type: multipart/alternative; boundary=ic

                --ic
                Content-Type: text/plain; charset=iso-8859-9
                Content-Transfer-Encoding: quoted-printable

                Kimlik no 100000=
                00146 =F6=F0renci
                Kat=FDl=FDm =FCcretsizdir. Kat=FDl=FDm =FCcretsizdir. Kat=FDl=FDm =FCcretsizdir.
                Yer ve saat ayr=FDca duyurulacakt=FDr; gelecek olanlar forma yazs=FDn.
                Sorular i=E7in birim sekreterli=F0ine ba=FEvurunuz, te=FEekk=FCr ederiz.
                --ic
                Content-Type: text/html; charset=utf-8

                <p>Görünen metin</p><p style="display:none">gizli metin</p>
                --ic--
                --SINIR
                Content-Type: text/csv
                Content-Disposition: attachment; filename*0*=UTF-8''%C3%B6%C4%9Frenci; filename*1=.csv
                Content-Transfer-Encoding: base64

                QWQgU295YWQ7UHVhbgpBecWfZSDDlnJuZWs7NjEK
                --SINIR
                Content-Type: message/rfc822

                From: b@ornek.edu.tr
                Subject: iletilen
                MIME-Version: 1.0

                Telefon 0532 000 00 11
                --SINIR--
                """);
    }
}
