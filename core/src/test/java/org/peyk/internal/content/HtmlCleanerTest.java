package org.peyk.internal.content;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.LocalizedText;

import static org.assertj.core.api.Assertions.assertThat;

class HtmlCleanerTest {

    private static String clean(String html) {
        return HtmlCleaner.clean(html).html();
    }

    private static List<String> removed(String html) {
        return HtmlCleaner.clean(html).removed().stream().map(LocalizedText::tr).toList();
    }

    @Test
    void anOrdinaryMailStaysAsItIs() {
        String html = "<h1>Davet</h1><p style=\"color: #333333; font-family: Arial, 'Segoe UI'\">Sayın hocam,<br>"
                + "<a href=\"https://ornek.edu.tr/x?a=1&amp;b=2\">kayıt</a> <strong>ve</strong> <em>yanıt</em></p>"
                + "<ul><li>Bir</li></ul><table style=\"border-collapse: collapse\" cellpadding=\"4\"><tbody><tr>"
                + "<td colspan=\"2\" style=\"border: 1px solid rgb(1, 2, 3)\">x</td></tr></tbody></table>"
                + "<img src=\"cid:afis\" alt=\"Afiş\" width=\"600\">";
        HtmlCleaner.Cleaned cleaned = HtmlCleaner.clean(html);
        assertThat(cleaned.html()).isEqualTo(html);
        assertThat(cleaned.removed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <script>x()</script>                                     | Betik
                    <p onclick="x()">                                        | Betik çalıştıran
                    <p OnMouseOver=x()>                                      | Betik çalıştıran
                    <form action="https://x"><input name=tc></form>          | Form
                    <textarea>x</textarea>                                   | Form
                    <iframe src="https://x"></iframe>                        | Gömülü
                    <svg onload=x()><script>x()</script></svg>               | Gömülü
                    <object data=x></object>                                 | Gömülü
                    <style>p{background:url(x)}</style>                      | Stil sayfası
                    <meta http-equiv="ReFresh" content="0;url=https://x">    | Yönlendirme
                    <base href="https://x">                                  | Yönlendirme
                    <link rel=stylesheet href=x>                             | Yönlendirme
                    <img src="https://x/p.gif">                              | Uzak
                    <img src="data:image/png;base64,AA">                     | Uzak
                    <a href="javascript:x()">a</a>                           | Güvenli olmayan bağlantı
                    <a href="JaVaScRiPt:x()">a</a>                           | Güvenli olmayan bağlantı
                    <a href="&#106;avascript:x()">a</a>                      | Güvenli olmayan bağlantı
                    <a href="java&#9;script:x()">a</a>                       | Güvenli olmayan bağlantı
                    <a href="data:text/html,x">a</a>                         | Güvenli olmayan bağlantı
                    <a href="vbscript:x">a</a>                               | Güvenli olmayan bağlantı
                    <a href="/x">a</a>                                       | Güvenli olmayan bağlantı
                    <p style="position:absolute">a</p>                       | Güvenli olmayan ya da metni gizleyen
                    <!--[if mso]><p>x</p><![endif]-->                        | Bazı programların
                    <marquee>a</marquee>                                     | Mailde kullanılmayan
                    """)
    void whatDoesNotBelongIntoAMailIsRemovedAndSaid(String html, String said) {
        assertThat(removed("<p>Metin</p>" + html)).anyMatch(s -> s.startsWith(said));
        assertThat(clean("<p>Metin</p>" + html)).startsWith("<p>Metin</p>");
        Harmless.assertHarmless(clean(html), html);
    }

    @Test
    void whatWasRemovedIsCounted() {
        assertThat(removed("<script>1</script><script>2</script><img src=//x>"))
                .containsExactly(
                        "Betik (script) çıkarıldı: 2.",
                        "Uzak sunucudaki görsel çıkarıldı (görseli ek olarak verin): 1.");
        assertThat(HtmlCleaner.clean("<script>1</script>").removed().get(0).en())
                .isEqualTo("Scripts were removed: 1.");
    }

    @Test
    void textOfUnknownElementsStaysAndThatOfScriptsGoes() {
        assertThat(clean("<section><blink>a</blink></section><script>b</script><noscript>c</noscript><title>d</title>"))
                .isEqualTo("a");
        assertThat(
                        removed(
                                "<html><head><title>x</title><meta charset=utf-8></head><body class=x id=y><p class=z>a</body></html>"))
                .as("what no reader would miss")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "background: url(https://x)",
                "background-color: u\\72l(x)",
                "width: expression(alert(1))",
                "color: red; position: fixed",
                "display: none",
                "visibility: hidden",
                "opacity: 0",
                "font-size: 0",
                "font-size: 1px",
                "font-size: 0.1em",
                "font-size: 0 !important",
                "font: 0/0 a",
                "line-height: 0",
                "color: transparent",
                "color: rgba(0,0,0,0)",
                "color: rgb(0 0 0 / 0%)",
                "color: #12345600",
                "margin-left: -9999px",
                "text-indent: -9999px",
                "height: 0; overflow: hidden",
                "behavior: url(x)",
                "-moz-binding: url(x)",
                "color: red /* x */",
                "color: red\\",
                "font-family: 'a;b: url(x)",
                "content: 'x'",
                "float: left",
                "color:javascript:x",
                "@import 'x'"
            })
    void styleThatLoadsRunsOrHidesIsDropped(String style) {
        String cleaned = clean("<p style=\"" + style.replace("\"", "&quot;") + "\">a</p>");
        assertThat(removed("<p style=\"" + style + "\">a</p>")).hasSize(1);
        assertThat(cleaned).isIn("<p>a</p>", "<p style=\"color: red\">a</p>", "<p style=\"height: 0\">a</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "color: rgb(255, 255, 0)",
                "color: rgba(0,0,0,0.5)",
                "color: hsl(120, 50%, 50%)",
                "background: transparent",
                "margin: 0 auto",
                "padding: 0",
                "border: 0",
                "font-size: 14px",
                "font-size: 0.9em",
                "font-size: 100%",
                "font-size: 10.5pt",
                "font: bold 12px/1.5 'Times New Roman', serif",
                "line-height: 1.5",
                "line-height: 100%",
                "display: block",
                "color: red !important",
                "width: 100%"
            })
    void ordinaryStyleStays(String style) {
        assertThat(clean("<p style=\"" + style + "\">a</p>")).isEqualTo("<p style=\"" + style + "\">a</p>");
    }

    @Test
    void aStyleOfAnyLengthIsChecked() {
        String longest = "color: " + "a ".repeat(500_000);
        assertThat(clean("<p style=\"" + longest + "\">a</p>")).isEqualTo("<p>a</p>");
        String open = "color: rgb(" + "1,".repeat(1_900);
        assertThat(clean("<p style=\"" + open + "\">a</p>")).isEqualTo("<p>a</p>");
    }

    @Test
    void randomHtmlIsHarmlessAfterwardsAndCleaningAgainChangesNothing() {
        long seed = Long.getLong("peyk.seed", System.nanoTime());
        System.out.println("HtmlCleanerTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            String html = RandomHtml.make(random);
            String cleaned = clean(html);
            Harmless.assertHarmless(cleaned, "seed " + seed + ": " + html);
            HtmlCleaner.Cleaned again = HtmlCleaner.clean(cleaned);
            assertThat(again.html()).as("seed %d: %s", seed, html).isEqualTo(cleaned);
            assertThat(again.removed()).as("seed %d: %s", seed, html).isEmpty();
        }
    }

    /** Looks at HTML as a mail program would: parsed anew, with its own idea of what is dangerous. */
    private static final class Harmless {
        static void assertHarmless(String html, String origin) {
            for (Element e : Jsoup.parse(html).body().getAllElements()) {
                assertThat(e.normalName())
                        .as(origin)
                        .isNotIn(
                                "script",
                                "style",
                                "iframe",
                                "frame",
                                "object",
                                "embed",
                                "form",
                                "input",
                                "button",
                                "textarea",
                                "select",
                                "svg",
                                "math",
                                "meta",
                                "base",
                                "link",
                                "template",
                                "noscript",
                                "video",
                                "audio");
                for (Attribute a : e.attributes()) {
                    String value = a.getValue().toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Cntrl}]", "");
                    assertThat(a.getKey()).as(origin).doesNotStartWithIgnoringCase("on");
                    assertThat(a.getKey()).as(origin).isNotIn("srcdoc", "action", "formaction", "background", "srcset");
                    if (List.of("href", "src").contains(a.getKey())) {
                        assertThat(value).as(origin).matches("(?s)(https?|mailto|tel|cid):.*");
                        assertThat(e.normalName().equals("img")).as(origin).isEqualTo(value.startsWith("cid:"));
                    }
                    if (a.getKey().equals("style")) {
                        assertThat(value)
                                .as(origin)
                                .doesNotContain("url(", "expression", "import", "position", "javascript", "\\", "none");
                    }
                }
            }
        }
    }
}
