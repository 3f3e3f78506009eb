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
 * The part of an answer that was newly written: what stands above the quotation, and apart from it what stands below a line that may begin a
 * signature or a quotation, or be one that a person drew. An answer that has something of its own below a quotation too has no such part, as
 * nobody can tell which of it belongs to what.
 */
final class NewText {

    private static final int LONGEST = 64 * 1024;
    private static final int MOST_LINES = 2000;

    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B-\\u200F\\u2060\\uFEFF\\u00AD]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Zs}\\t]+");

    /** Where mail programs begin to quote, in the folded form of {@link Letters}. */
    private static final Pattern BEGIN = Pattern.compile("^(?:"
            + "[-_*=]{2,40}\\s?(?:original (?:message|mail)|(?:orijinal|ozgun) (?:ileti|mesaj|posta)|forwarded message"
            + "|(?:iletilen|iletilmis|yonlendirilen|yonlendirilmis) (?:ileti|mesaj|posta)|reply message)\\s?[-_*=:]{2,40}"
            + "|begin forwarded message:|iletilen mesaj baslangici:"
            + ")$");

    /** A line that programs draw above signatures and quotations, and people above anything. */
    private static final Pattern DRAWN = Pattern.compile("^(?:--|[-_*=\\u2013\\u2014 ]{4,})$");

    /** Stands where the structure of HTML says that everything below is quoted. */
    private static final String END = "\uE0FE\uE0FF";

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

    private static final String QUOTES = "blockquote, .gmail_attr, .moz-cite-prefix";
    private static final String QUOTE_FRAMES =
            ".gmail_quote, .gmail_quote_container, .yahoo_quoted, .protonmail_quote, .zmail_extra";
    private static final String SIGNATURES =
            ".gmail_signature, .moz-signature, #Signature, #signature, #ms-outlook-mobile-signature, [id^=x_ms-outlook-mobile-signature]";
    private static final String ENDS =
            "#appendonsend, #divRplyFwdMsg, #mail-editor-reference-message-container, hr#stopSpelling";

    private NewText() {}

    /**
     * What was newly written.
     *
     * @param lines lines above everything else
     * @param below lines below a drawn line, which count for nothing if they say nothing
     */
    record Fresh(List<String> lines, List<String> below) {

        @Override
        public String toString() {
            return "Fresh[" + lines.size() + ", " + below.size() + "]";
        }
    }

    /** The new lines of a plain text; empty when there is something below the quotation too. */
    static Optional<Fresh> of(String text) {
        List<String> lines = lines(text);
        List<String> above = new ArrayList<>();
        List<String> below = new ArrayList<>();
        boolean drawn = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.equals(END) || BEGIN.matcher(Letters.fold(line)).matches() || QuotedHeader.begins(lines, i)) {
                return Optional.of(new Fresh(above, below));
            }
            int attribution = attribution(lines, i);
            if (attribution > 0 || QUOTED.matcher(line).matches()) {
                return belowQuote(lines, i + attribution, below)
                        ? Optional.empty()
                        : Optional.of(new Fresh(above, below));
            }
            if (DRAWN.matcher(line).matches()) {
                drawn = true;
            } else if (says(line)) {
                (drawn ? below : above).add(line);
            }
        }
        return Optional.of(new Fresh(above, below));
    }

    private static boolean says(String line) {
        return !line.isEmpty()
                && !DEVICE.matcher(
                                ADDRESS_IN_BRACKETS.matcher(Letters.fold(line)).replaceAll(""))
                        .matches();
    }

    /**
     * The new lines of an HTML text; quotations and signatures become marks, so that what stands below one is seen to, and what somebody wrote
     * into the frame of one too.
     */
    static Optional<Fresh> ofHtml(String html) {
        Document d = Jsoup.parse(html.length() > 4 * LONGEST ? html.substring(0, 4 * LONGEST) : html);
        for (Element end : d.select(ENDS)) {
            end.before(new Element("p").text(END));
        }
        for (Element frame : d.select(QUOTE_FRAMES)) {
            // in a frame that marks what it quotes, what is not marked may be new
            if (frame.select("blockquote").isEmpty()) {
                frame.replaceWith(quote());
            }
        }
        d.select(QUOTES).forEach(e -> e.replaceWith(quote()));
        d.select(SIGNATURES).forEach(e -> e.before(new Element("p").text("--")));
        return of(HtmlText.of(d.outerHtml()));
    }

    private static Element quote() {
        return new Element("p").text(">");
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
                            || joined.chars().filter(Character::isDigit).count() >= 3)
                    && quotedNext(lines, from + n)) {
                return n;
            }
        }
        return 0;
    }

    /** Whether the next line that is not empty is quoted; also when there is none. */
    private static boolean quotedNext(List<String> lines, int from) {
        for (String line : lines.subList(from, lines.size())) {
            if (!line.isEmpty()) {
                return QUOTED.matcher(line).matches() || line.equals(END);
            }
        }
        return true;
    }

    /**
     * Whether somebody wrote below a quotation: after lines that are quoted, one that is not.
     *
     * @param below gets what stands below a drawn line
     */
    private static boolean belowQuote(List<String> lines, int from, List<String> below) {
        boolean drawn = false;
        for (String line : lines.subList(from, lines.size())) {
            if (line.equals(END)) {
                return false;
            } else if (DRAWN.matcher(line).matches()) {
                drawn = true;
            } else if (!QUOTED.matcher(line).matches() && says(line)) {
                if (!drawn) {
                    return true;
                }
                below.add(line);
            }
        }
        return false;
    }
}
