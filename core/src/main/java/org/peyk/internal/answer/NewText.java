package org.peyk.internal.answer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.peyk.internal.content.HtmlText;
import org.peyk.internal.content.Letters;

/**
 * The part of an answer that was newly written: what stands above the quotation and the signature. An answer that has something of its own below
 * a quotation too has no such part, as nobody can tell which of it belongs to what.
 */
final class NewText {

    private static final int LONGEST = 64 * 1024;
    private static final int MOST_LINES = 2000;

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t]+");

    /** Where mail programs begin to quote, in the folded form of {@link Letters}. */
    private static final Pattern BEGIN = Pattern.compile("^(?:"
            + "[-_*=\\s]{0,40}(?:original (?:message|mail)|(?:orijinal|ozgun) (?:ileti|mesaj|posta)|forwarded message"
            + "|(?:iletilen|iletilmis|yonlendirilen|yonlendirilmis) (?:ileti|mesaj|posta)|reply message)[-_*=:\\s]{0,40}"
            + "|_{5,}|-{10,}"
            + "|\\*?(?:kimden|gonderen|from|von)\\*?\\s?:\\*?(?:\\s.*)?"
            + "|begin forwarded message:?|iletilen mesaj baslangici:?"
            + ")$");

    /** The line before a quotation; may be broken over several. */
    private static final Pattern ATTRIBUTION = Pattern.compile("^(?:"
            + "on .{5,300} wrote\\s?:?"
            + "|.{5,300} wrote\\s?:"
            + "|.{3,300} (?:tarihinde|tarihli) .{0,200}yazdi\\s?:?"
            + "|.{3,300} (?:sunu|sunlari) yazdi\\s?(?:\\(.{5,80}\\))?\\s?:?"
            + "|.{3,300} yazdi\\s?:"
            + ")$");

    private static final Pattern QUOTED = Pattern.compile("^[>|].*");
    /** What telephones write below a mail; each such line as a whole, so that nothing a person wrote goes with it. */
    private static final Pattern DEVICE = Pattern.compile("^(?:"
            + "sent from (?:my )?(?:iphone|ipad|android|galaxy|samsung|huawei|outlook|yahoo mail|gmail|mail|mobile|phone|proton mail"
            + "|blackberry)(?: (?:for|on|device|phone|mobile|mail|ios|android|mac|windows|smartphone|[0-9]{1,2})){0,4}\\.?"
            + "|get outlook for (?:ios|android|mac|windows)\\.?"
            + "|(?:(?:samsung|galaxy|akilli|windows|xiaomi|redmi|huawei|yahoo|outlook|apple|android|ios|icin|mi|note|mobil|cep|1[01]) ){0,4}"
            + "(?:iphone|ipad|android|samsung|galaxy|huawei|xiaomi|redmi|oppo|outlook|gmail|posta|mail|cihaz|telefon|tablet|windows)"
            + "[a-z0-9']{0,12}(?:dan|den|tan|ten) gonderildi\\.?"
            + "|(?:android|ios|mac|windows) icin outlook'?u? (?:edinin|indirin|alin)\\.?"
            + "|outlook for (?:ios|android|mac|windows)'?[a-z]{0,2} (?:edinin|indirin|alin)\\.?"
            + ")$");

    private static final Pattern ADDRESS_IN_BRACKETS = Pattern.compile("\\s*[<(\\[]https?://[^>)\\]]{1,300}[>)\\]]");

    private static final String QUOTES =
            "blockquote, .gmail_quote, .gmail_quote_container, .yahoo_quoted, .moz-cite-prefix,"
                    + " .protonmail_quote, .zmail_extra";
    private static final String SIGNATURES =
            ".gmail_signature, .moz-signature, #Signature, #signature, #ms-outlook-mobile-signature, [id^=x_ms-outlook-mobile-signature]";
    private static final String ENDS =
            "#appendonsend, #divRplyFwdMsg, #mail-editor-reference-message-container, hr#stopSpelling";

    private NewText() {}

    /** The lines of a plain text; empty when there is something below the quotation too. */
    static Optional<List<String>> of(String text) {
        List<String> lines = lines(text);
        List<String> fresh = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String folded = Letters.fold(line);
            if (folded.equals("--")) {
                return Optional.of(fresh);
            }
            if (BEGIN.matcher(folded).matches()) {
                return Optional.of(fresh);
            }
            int attribution = attribution(lines, i);
            if (attribution > 0) {
                return belowQuote(lines, i + attribution) ? Optional.empty() : Optional.of(fresh);
            }
            if (QUOTED.matcher(line).matches()) {
                return belowQuote(lines, i) ? Optional.empty() : Optional.of(fresh);
            }
            if (!line.isEmpty()
                    && !DEVICE.matcher(ADDRESS_IN_BRACKETS.matcher(folded).replaceAll(""))
                            .matches()) {
                fresh.add(line);
            }
        }
        return Optional.of(fresh);
    }

    /** The lines of an HTML text; quotations become marks, so that what stands below one is seen to. */
    static Optional<List<String>> ofHtml(String html) {
        Document d = Jsoup.parse(html.length() > 4 * LONGEST ? html.substring(0, 4 * LONGEST) : html);
        for (Element end : d.select(ENDS)) {
            mark(end);
        }
        d.select(SIGNATURES).remove();
        d.select(QUOTES).forEach(e -> e.replaceWith(new Element("p").text(">")));
        return of(HtmlText.of(d.outerHtml()));
    }

    /** From here on everything is quoted: the mark is the one that ends a text for good. */
    private static void mark(Element end) {
        end.before(new Element("p").text("_____"));
    }

    private static List<String> lines(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        String clean = INVISIBLE
                .matcher(Normalizer.normalize(cut, Normalizer.Form.NFC))
                .replaceAll("");
        return clean.lines()
                .limit(MOST_LINES)
                .map(l -> SPACES.matcher(l).replaceAll(" ").strip())
                .toList();
    }

    /** How many lines the attribution that begins here has; 0 when none begins. */
    private static int attribution(List<String> lines, int from) {
        StringBuilder joined = new StringBuilder();
        for (int n = 1; n <= 3 && from + n <= lines.size(); n++) {
            String line = lines.get(from + n - 1);
            if (line.isEmpty()) {
                return 0;
            }
            joined.append(joined.isEmpty() ? "" : " ").append(Letters.fold(line));
            // only what names a moment or an address is the line of a program
            if (ATTRIBUTION.matcher(joined).matches()
                    && (joined.indexOf("@") >= 0
                            || joined.chars().filter(Character::isDigit).count() >= 3)) {
                return n;
            }
        }
        return 0;
    }

    /**
     * Whether somebody wrote below a quotation: after lines that are quoted, one that is not. Programs that do not mark what they quote leave
     * nothing to tell by, and everything below counts as quoted.
     */
    private static boolean belowQuote(List<String> lines, int from) {
        boolean quoted = false;
        for (String line : lines.subList(from, lines.size())) {
            if (QUOTED.matcher(line).matches()) {
                quoted = true;
            } else if (line.equals("--")) {
                return false;
            } else if (quoted
                    && !line.isEmpty()
                    && !DEVICE.matcher(Letters.fold(line)).matches()) {
                return true;
            }
        }
        return false;
    }
}
