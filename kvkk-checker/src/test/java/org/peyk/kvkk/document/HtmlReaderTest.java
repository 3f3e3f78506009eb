package org.peyk.kvkk.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadingNote.Kind;
import org.peyk.spi.document.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.peyk.kvkk.document.Documents.notes;
import static org.peyk.kvkk.document.Documents.placesOf;
import static org.peyk.kvkk.document.Documents.read;
import static org.peyk.kvkk.document.Documents.segment;
import static org.peyk.kvkk.document.Documents.texts;
import static org.peyk.kvkk.document.Documents.visible;

class HtmlReaderTest {

    @Test
    void blocksAsABrowserShowsThem() {
        DocumentReading reading = read(
                "duyuru.html",
                "<!DOCTYPE html><html><head><title>Duyuru</title></head><body><h2>Çağrı</h2>\n<p>Tüm  <b>öğrenciler</b>\n"
                        + "<a href='https://ornek.edu.tr'>buradan</a> bakabilir.<br>Saat 10.00</p><div>Düz metin<p>İç paragraf</p>son</div>"
                        + "<ol><li>Bir<ul><li>Alt</li></ul></li><li><p>İki</p><p>devam</p></li></ol><img src='a.png' alt='Afiş'></body></html>");
        assertThat(reading.info().title()).isEqualTo("Duyuru");
        assertThat(reading.blocks())
                .containsExactly(
                        new Block.Heading(2, List.of(Span.of("Çağrı"))),
                        new Block.Paragraph(List.of(
                                Span.of("Tüm "),
                                new Span("öğrenciler", null, true, false),
                                Span.of(" "),
                                new Span("buradan", "https://ornek.edu.tr", false, false),
                                Span.of(" bakabilir.\nSaat 10.00"))),
                        new Block.Paragraph(List.of(Span.of("Düz metin"))),
                        new Block.Paragraph(List.of(Span.of("İç paragraf"))),
                        new Block.Paragraph(List.of(Span.of("son"))),
                        new Block.ItemList(
                                true,
                                List.of(
                                        List.of(Span.of("Bir")),
                                        List.of(Span.of("Alt")),
                                        List.of(Span.of("İki"), Span.of("\n"), Span.of("devam")))),
                        new Block.Image("Afiş"));
        assertThat(notes(reading)).containsExactly(Kind.IMAGE_NOT_SCANNED);
    }

    @Test
    void tagsAndEntitiesInsideANumberAreJoined() {
        DocumentReading reading = read("a.html", "<p>No: 100<b>000</b>0<!-- x -->01&#52;6</p><p>12<div>34</div></p>");
        assertThat(visible(reading)).containsExactly("No: 10000000146", "12", "34");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Açık</p><div style='display: none'>10000000146</div>",
                "<p>Açık</p><div style='DISPLAY:NONE !important'>10000000146</div>",
                "<p>Açık</p><span style='font-size:0px'>10000000146</span>",
                "<p>Açık</p><p hidden>10000000146</p>",
                "<p>Açık</p><div style='visibility:hidden'><b>10000000146</b></div>",
                "<style>/* x */ .on{color:red} .pre, #y { display : none }</style><p>Açık</p><div class='pre'>10000000146</div>",
                "<p>Açık</p><noscript>10000000146</noscript>",
                "<table><tr><td>Açık</td><td>x</td></tr><tr style='display:none'><td>10000000146</td><td>y</td></tr></table>",
            })
    void hiddenTextIsReadAsHidden(String body) {
        DocumentReading reading = read("a.html", "<html><body>" + body + "</body></html>");
        assertThat(segment(reading, "10000000146").place().hidden()).isTrue();
        assertThat(visible(reading)).contains("Açık").doesNotContain("10000000146");
        assertThat(reading.visibleText()).doesNotContain("10000000146");
    }

    @Test
    void aRuleForSomeScreensHidesNothing() {
        DocumentReading reading = read(
                "a.html",
                "<html><style>@media (max-width:600px){.m{display:none}}</style><p class='m'>Görünen</p></html>");
        assertThat(visible(reading)).contains("Görünen");
    }

    @Test
    void sourceOnlyTextsAreHidden() {
        DocumentReading reading = read(
                "a.html",
                "<html><body><!-- Öğrenci 210412071 --><p title='Ayşe Örnek'>Metin</p><a href='mailto:isik@ornek.edu.tr'>yaz</a>"
                        + "<script type='application/ld+json'>{\"telephone\":\"0532 123 45 67\"}</script><input type=hidden value='10000000146'>"
                        + "</body></html>");
        assertThat(placesOf(reading, " Öğrenci 210412071 ")).containsExactly("HTML yorumu (gizli)");
        assertThat(placesOf(reading, "Ayşe Örnek")).containsExactly("öznitelik title (gizli)");
        assertThat(placesOf(reading, "mailto:isik@ornek.edu.tr")).containsExactly("bağlantı adresi (gizli)");
        assertThat(placesOf(reading, "{\"telephone\":\"0532 123 45 67\"}")).containsExactly("betik (gizli)");
        assertThat(placesOf(reading, "10000000146")).containsExactly("öznitelik value (gizli)");
    }

    @Test
    void textsInDataUrisAreRead() {
        String text = Base64.getEncoder().encodeToString("Kimlik 10000000146".getBytes(StandardCharsets.UTF_8));
        DocumentReading reading = read(
                "a.html",
                "<html><a href='data:text/plain;base64," + text + "'>a</a><a href='data:,Sicil%20A-10457'>b</a>"
                        + "<p style='x'>p</p><img src='data:image/png;base64,AAAA'></html>");
        assertThat(texts(reading))
                .contains("Kimlik 10000000146", "Sicil A-10457")
                .noneMatch(t -> t.contains("AAAA"));
    }

    @Test
    void aTableOfDataHasRowsAndHeadings() {
        DocumentReading reading = read(
                "a.html",
                "<table><thead><tr><th>Öğrenci No</th><th colspan=2>Puan</th><th>Durum</th></tr></thead><tbody>"
                        + "<tr><td>210412071</td><td>8<i>1</i></td><td></td><td>Asil</td></tr></tbody></table>");
        assertThat(segment(reading, "81").header()).isEqualTo("Puan");
        assertThat(segment(reading, "Asil").header()).isEqualTo("Durum");
        assertThat(reading.blocks())
                .containsExactly(new Block.Table(
                        1,
                        List.of(List.of("Öğrenci No", "Puan", "", "Durum"), List.of("210412071", "81", "", "Asil"))));
    }

    @Test
    void aTableThatLaysOutAMailIsNoTable() {
        DocumentReading reading = read(
                "a.html",
                "<table><tr><td><h1>Başlık</h1></td></tr><tr><td><table><tr><td>Metin</td></tr></table></td></tr></table>");
        assertThat(reading.blocks())
                .containsExactly(
                        new Block.Heading(1, List.of(Span.of("Başlık"))),
                        new Block.Paragraph(List.of(Span.of("Metin"))));
    }

    @Test
    void encodingsThatPagesDeclareOrForget() {
        String page = "<html><head><meta charset=\"%s\"></head><body><p>Şişli'de ığdır çağrısı</p></body></html>";
        Charset turkish = Charset.forName("windows-1254");
        for (String declared : List.of("iso-8859-9", "windows-1254", "utf-8", "yok-boyle")) {
            assertThat(read("a.html", page.formatted(declared).getBytes(turkish))
                            .visibleText())
                    .isEqualTo("Şişli'de ığdır çağrısı");
        }
        assertThat(read("a.html", page.formatted("windows-1254")).visibleText()).isEqualTo("Şişli'de ığdır çağrısı");
        byte[] cyrillic =
                page.formatted("koi8-r").replace("ığdır çağrısı", "где").getBytes(Charset.forName("koi8-r"));
        assertThat(read("a.html", cyrillic).visibleText()).contains("где");
    }
}
