package org.peyk.kvkk.internal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlTextTest {

    private static List<String> visible(String html) {
        return HtmlText.pieces(html).stream()
                .filter(p -> !p.hidden())
                .map(p -> p.text().strip())
                .toList();
    }

    private static List<String> hidden(String html) {
        return HtmlText.pieces(html).stream()
                .filter(Piece::hidden)
                .map(p -> p.where() + ":" + p.text().strip())
                .toList();
    }

    @Test
    void inlineTagsJoinAndBlockTagsSeparate() {
        assertThat(visible("<p>123<b>456</b><span>789</span>01</p><p>x</p><div>y<br>z</div>"))
                .containsExactly("12345678901\nx\ny\nz");
    }

    @Test
    void whiteSpaceCollapsesAsInABrowser() {
        assertThat(visible("<p>TR33 0006\n      1005\t1978</p><pre>a  b\nc</pre>"))
                .containsExactly("TR33 0006 1005 1978\na  b\nc");
    }

    @Test
    void entitiesAreResolved() {
        assertThat(visible("<p>&#49;&#x32;3&nbsp;&ouml;&amp;</p>")).containsExactly("123\u00A0ö&");
    }

    @Test
    void cellsOfDataTablesComeOneByOneWithTheirHeading() {
        List<Piece> pieces = HtmlText.pieces("<table><tr><th>Ad</th><th>No</th></tr><tr><td>Ali</td><td>1</td></tr>"
                + "<tr><td>Veli</td><td>2</td></tr></table>");
        assertThat(pieces).extracting(p -> p.text().strip()).containsExactly("Ad", "No", "Ali", "1", "Veli", "2");
        assertThat(pieces).extracting(Piece::heading).containsExactly(null, null, "Ad", "No", "Ad", "No");
        assertThat(pieces).extracting(Piece::row).containsExactly(0L, 0L, 1L, 1L, 2L, 2L);
    }

    @Test
    void tablesThatLayOutThePageAreBlocks() {
        assertThat(visible("<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr><tr><td>c</td></tr></table>"))
                .containsExactly("a\nb\nc");
    }

    @Test
    void aFirstRowWithANumberIsNoHeading() {
        List<Piece> pieces = HtmlText.pieces(
                "<table><tr><td>Ali</td><td>10000000146</td></tr><tr><td>Veli</td><td>17291716060</td></tr></table>");
        assertThat(pieces).extracting(Piece::heading).containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div style='display:none'>gizli</div>",
                "<div style='DISPLAY : none !important'>gizli</div>",
                "<div hidden>gizli</div>",
                "<span style='visibility:hidden'>gizli</span>",
                "<span style='font-size:0'>gizli</span>",
                "<span style='font-size:1px'>gizli</span>",
                "<span style='opacity:0'>gizli</span>",
                "<div style='max-height:0;overflow:hidden'>gizli</div>",
                "<span style='mso-hide:all'>gizli</span>",
                "<span style='color:#fff'>gizli</span>",
                "<font color='white'>gizli</font>",
                "<div style='background-color:black'><b style='color:rgb(0, 0, 0)'>gizli</b></div>",
                "<table bgcolor='#FF0000'><tr><td style='color:#f00'>gizli</td></tr></table>",
                "<p style='text-indent:-9999px'>gizli</p>",
                "<style>.x { display: none }</style><p class='a x'>gizli</p>",
                "<style>p { color: red } #y, b { visibility: hidden }</style><p id='y'>gizli</p>",
                "<div style='display:none'><p><b>gizli</b></p></div>"
            })
    void whatAReaderDoesNotSeeIsHidden(String html) {
        assertThat(visible("<p>açık</p>" + html + "<p>açık</p>").stream().map(s -> s.replace('\n', ' ')))
                .allMatch(s -> s.matches("açık( açık)?"));
        assertThat(hidden("<p>açık</p>" + html)).contains("gizli öğe:gizli");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='color:#333'>açık</p>",
                "<p style='font-size:1em'>açık</p>",
                "<p style='font-size:0.9em'>açık</p>",
                "<div style='background:#fff;color:black'>açık</div>",
                "<div style='background-color:black;color:white'>açık</div>",
                "<style>@media print { .x { display:none } }</style><p class='x'>açık</p>"
            })
    void whatAReaderSeesIsNot(String html) {
        assertThat(visible(html)).containsExactly("açık");
    }

    @Test
    void hiddenTextDoesNotInterruptTheVisible() {
        assertThat(visible("<p>123<span style='display:none'>gizli</span>456</p>"))
                .containsExactly("123456");
    }

    @Test
    void theSourceIsReadToo() {
        String html = "<title>başlık</title><!-- yorum --><img src='cid:x' alt='resim yazısı' title='ipucu'>"
                + "<a href='mailto:ali%40gmail.com'>yaz</a><script>var tc = 'betik'</script>"
                + "<input type='hidden' value='girdi'>";
        assertThat(hidden(html))
                .containsExactlyInAnyOrder(
                        "gizli öğe:başlık",
                        "HTML yorumu:yorum",
                        "bağlantı:cid:x",
                        "HTML özniteliği alt:resim yazısı",
                        "HTML özniteliği title:ipucu",
                        "bağlantı:mailto:ali@gmail.com",
                        "HTML betiği:var tc = 'betik'",
                        "HTML özniteliği value:girdi");
    }

    @Test
    void eachCharacterKnowsWhereItStandsInTheSource() {
        String html = "<p>bir   <b>iki</b>\n üç &amp; d&#246;rt</p>";
        Piece piece = HtmlText.pieces(html).get(0);
        assertThat(piece.text().strip()).isEqualTo("bir iki üç & dört");
        assertThat(source(html, piece, "bir")).isEqualTo("bir");
        assertThat(source(html, piece, "iki")).isEqualTo("iki");
        assertThat(source(html, piece, "dört")).isEqualTo("d&#246;rt");
        assertThat(source(html, piece, "&")).isEqualTo("&amp;");
        assertThat(source(html, piece, "iki\u0020üç")).isEqualTo("iki</b>\n üç");
    }

    private static String source(String html, Piece piece, String word) {
        int at = piece.text().indexOf(word);
        return html.substring(piece.source().start(at), piece.source().end(at + word.length() - 1));
    }

    @Test
    void hostileHtmlEnds() {
        assertThat(HtmlText.pieces("<div>".repeat(50_000) + "x")).isNotEmpty();
        assertThat(HtmlText.pieces("<table><tr><td>".repeat(5_000) + "x")).isNotEmpty();
        assertThat(HtmlText.pieces("<!--".repeat(50_000))).isNotNull();
        assertThat(HtmlText.pieces("<style>" + "a{".repeat(50_000))).isNotNull();
        assertThat(HtmlText.pieces("<p style='" + "color:".repeat(20_000) + "'>x"))
                .isNotEmpty();
        assertThat(HtmlText.pieces("")).isEmpty();
    }
}
