package org.peyk.internal.content;

import java.util.Random;

/** Makes HTML that nobody wrote: pieces good and bad, cut, doubled and shuffled. */
final class RandomHtml {

    private static final String[] PIECES = {
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<a href=\"",
        "<a href='",
        "<a href=",
        "</a>",
        "<img src=\"",
        "<img ",
        "<script>",
        "</script>",
        "<script",
        "<scr<script>ipt>",
        "<style>",
        "</style>",
        "<svg>",
        "</svg>",
        "<svg/onload=x()>",
        "<math><mtext>",
        "<table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=x()&gt;\">",
        "<noscript><p title=\"</noscript><img src=x onerror=x()>\">",
        "<textarea>",
        "</textarea>",
        "<title>",
        "</title>",
        "<xmp>",
        "</xmp>",
        "<plaintext>",
        "<template>",
        "</template>",
        "<iframe srcdoc=\"<script>x()</script>\">",
        "</iframe>",
        "<form action=x>",
        "</form>",
        "<input onfocus=x() autofocus>",
        "<select><option>",
        "<body onload=x()>",
        "<base href=//x>",
        "<meta http-equiv=refresh content='0;url=javascript:x()'>",
        "<link rel=import href=x>",
        "<object data=x>",
        "<embed src=x>",
        "<!--",
        "-->",
        "<!--[if mso]>",
        "<![endif]-->",
        "<![CDATA[",
        "]]>",
        "<?xml ",
        "?>",
        "<!doctype html>",
        "javascript:x()",
        "JAVASCRİPT:x()",
        "java\tscript:x()",
        "&#x6a;avascript:x()",
        "&colon;",
        "vbscript:x",
        "data:text/html,<script>x()</script>",
        "https://ornek.edu.tr/?a=<b>&c=\"d\"",
        "mailto:a@b",
        "cid:a",
        "//x",
        " onclick=x()",
        " ONERROR=\"x()\"",
        " onload='x()' ",
        " style=\"color:red;background:url(javascript:x())\"",
        " style=\"position:fixed;color:#fff\"",
        " style='width:expression(x())'",
        " style=\"font-family:'</style><script>x()</script>'\"",
        " background=x ",
        " srcset=x ",
        " alt=\"--><script>x()</script>\"",
        " title='\"><script>x()</script>'",
        "\"",
        "'",
        ">",
        "<",
        "/",
        "=",
        " ",
        "\n",
        "\u0000",
        "&",
        "&lt;script&gt;",
        "&quot;",
        "ı",
        "İ",
        "\u202e",
        "metin",
        "<td>",
        "<tr>",
        "<table>",
        "</table>",
        "<ul><li>",
        "<pre>",
        "</pre>",
        "<font color=red>",
        "</"
    };

    private RandomHtml() {}

    static String make(Random random) {
        StringBuilder b = new StringBuilder();
        int pieces = 1 + random.nextInt(25);
        for (int i = 0; i < pieces; i++) {
            b.append(PIECES[random.nextInt(PIECES.length)]);
        }
        for (int mutations = random.nextInt(4); mutations > 0 && b.length() > 2; mutations--) {
            int at = random.nextInt(b.length() - 1);
            switch (random.nextInt(3)) {
                case 0 -> b.deleteCharAt(at);
                case 1 -> b.insert(at, (char) (32 + random.nextInt(95)));
                default -> b.setCharAt(at, "<>\"'= \u0000/&;:".charAt(random.nextInt(11)));
            }
        }
        return b.toString();
    }
}
