package org.peyk.kvkk.document.internal.html;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.peyk.kvkk.document.internal.Reading;

/** Which elements a browser does not show: by their own attributes, or by a rule of the page's style sheets. */
final class HiddenElements {
    private static final int MOST_RULES = 50;
    private static final int LONGEST_SHEET = 200_000;

    private static final Set<String> NEVER_SHOWN =
            Set.of("head", "script", "style", "template", "noscript", "title", "datalist", "object");

    private static final Pattern HIDING = Pattern.compile(
            "(?<![-\\w])(display:none|visibility:(hidden|collapse)|font-size:0(px|pt|em|%)?(?![.\\d])|opacity:0(\\.0+)?(?![.\\d])"
                    + "|max-height:0(px)?(?![.\\d])|mso-hide:all)");
    private static final Pattern COMMENT = Pattern.compile("/\\*[^*]*+(?:\\*(?!/)[^*]*+)*+\\*/");

    /** Names, classes and ids, one in another at most; anything else hides nothing in a mail or costs too much to look for. */
    private static final Pattern SIMPLE = Pattern.compile("[\\w.#*-]{1,80}(\\s*[\\s>,]\\s*[\\w.#*-]{1,80}){0,3}");

    private final Set<Element> bySheet = Collections.newSetFromMap(new IdentityHashMap<>());

    HiddenElements(Document document, Reading reading) {
        int rules = 0;
        for (Element style : document.getElementsByTag("style")) {
            String data = style.data();
            // rules inside of @media hide things on some screens only
            String sheet = withoutMedia(data.substring(0, Math.min(data.length(), LONGEST_SHEET)));
            int start = 0;
            for (int open = sheet.indexOf('{'); open >= 0 && rules < MOST_RULES; open = sheet.indexOf('{', start)) {
                int close = sheet.indexOf('}', open);
                int end = close < 0 ? sheet.length() : close;
                String selector = sheet.substring(start, open).strip();
                if (hides(sheet.substring(open + 1, end))
                        && SIMPLE.matcher(selector).matches()) {
                    rules++;
                    reading.tick();
                    bySheet.addAll(document.select(selector));
                }
                start = Math.min(end + 1, sheet.length());
            }
        }
    }

    private static String withoutMedia(String sheet) {
        StringBuilder plain = new StringBuilder();
        String text = COMMENT.matcher(sheet).replaceAll("");
        int at = 0;
        for (int media = text.indexOf('@'); media >= 0; media = text.indexOf('@', at)) {
            plain.append(text, at, media);
            at = endOfAtRule(text, media);
        }
        return plain.append(text.substring(at)).toString();
    }

    private static int endOfAtRule(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ';' && depth == 0) {
                return i + 1;
            }
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth <= 0) {
                return i + 1;
            }
        }
        return text.length();
    }

    boolean contains(Element element) {
        return NEVER_SHOWN.contains(element.normalName())
                || element.hasAttr("hidden")
                || (element.normalName().equals("input") && element.attr("type").equalsIgnoreCase("hidden"))
                || hides(element.attr("style"))
                || bySheet.contains(element);
    }

    private static boolean hides(String declarations) {
        if (declarations.isEmpty()) {
            return false;
        }
        String plain = declarations.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        return HIDING.matcher(plain).find();
    }
}
