package org.peyk.internal.content;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlTextTest {

    @Test
    void paragraphsHeadingsAndBreaks() {
        assertThat(HtmlText.of("<h1>Davet</h1><p>Sayın\n  hocam,<br>bekleriz.</p><p>Saygılar</p>"))
                .isEqualTo("Davet\n\nSayın hocam,\nbekleriz.\n\nSaygılar");
        assertThat(HtmlText.of("<div>a</div><div>b</div>c<br><br><br><br>d")).isEqualTo("a\nb\nc\n\nd");
        assertThat(HtmlText.of("a <b> b </b> c&nbsp;d &amp; &lt;e&gt;")).isEqualTo("a b c d & <e>");
    }

    @Test
    void linksShowWhereTheyLead() {
        assertThat(HtmlText.of("<a href=\"https://ornek.edu.tr/x\">Kayıt</a>."))
                .isEqualTo("Kayıt <https://ornek.edu.tr/x>.");
        assertThat(HtmlText.of("<a href=\"https://ornek.edu.tr/\">ornek.edu.tr</a>"))
                .isEqualTo("ornek.edu.tr");
        assertThat(HtmlText.of("<a href=\"mailto:a@ornek.edu.tr?subject=x\">a@ornek.edu.tr</a>"))
                .isEqualTo("a@ornek.edu.tr");
        assertThat(HtmlText.of("<a href=\"mailto:a@ornek.edu.tr\">Yazın</a>")).isEqualTo("Yazın <a@ornek.edu.tr>");
        assertThat(HtmlText.of("<a href=\"javascript:x()\">Tık</a> <a href=\"#u\">Üst</a>"))
                .isEqualTo("Tık Üst");
    }

    @Test
    void listsHaveMarks() {
        assertThat(HtmlText.of("<p>Gündem</p><ul><li>Bir<li><p>İki</p><ol start=3><li>Üç<li>Dört</ol></ul>Son"))
                .isEqualTo("Gündem\n\n- Bir\n- İki\n  3. Üç\n  4. Dört\n\nSon");
    }

    @Test
    void rowsOfTablesHaveBars() {
        assertThat(
                        HtmlText.of(
                                "<table><tr><th>Yer</th><th>Saat</th></tr><tr><td><p>A\nSalonu</p></td><td>14.00</td></tr></table>"))
                .isEqualTo("Yer | Saat\nA Salonu | 14.00");
    }

    @Test
    void layoutTablesAreNoRows() {
        assertThat(HtmlText.of("<table><tr><td><p>Bir</p><p>İki</p></td><td><h2>Yan</h2><p>Üç</p></td></tr></table>"))
                .isEqualTo("Bir\n\nİki\n\nYan\n\nÜç");
        assertThat(HtmlText.of("<table><tr><td><p>Bir</p><p>İki</p></td></tr></table>"))
                .isEqualTo("Bir\n\nİki");
    }

    @Test
    void picturesAreTheirAlternativeText() {
        String html = "<p>Bak <img src=\"cid:a\" alt=\"Afiş\"></p><img src=\"cid:b\" alt=\"\"><img src=\"cid:c\">";
        assertThat(HtmlText.of(html)).isEqualTo("Bak [Afiş]");
        assertThat(HtmlText.withoutPictures(html)).isEqualTo("Bak");
    }

    @Test
    void preformattedTextKeepsItsLines() {
        assertThat(HtmlText.of("<pre>a\n  b\n\nc</pre>d")).isEqualTo("a\n  b\n\nc\nd");
    }

    @Test
    void whatIsNotShownIsNotText() {
        assertThat(HtmlText.of(
                        "<html><head><title>T</title><style>p{}</style></head><body><script>x</script>a</body></html>"))
                .isEqualTo("a");
        assertThat(HtmlText.of("")).isEmpty();
    }

    @Test
    void deepNestingIsNoProblem() {
        String deep = "<div>".repeat(20_000) + "dip" + "</div>".repeat(20_000);
        assertThat(HtmlText.of(deep)).isEqualTo("dip");
        assertThat(HtmlText.of("<ul><li>".repeat(2_000) + "dip")).contains("dip");
    }
}
