package org.peyk.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.peyk.internal.content.HtmlText;
import org.peyk.internal.content.Letters;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;

/** Pictures that say what not everybody can read, and links that lead elsewhere than they say. */
final class HtmlFindings {

    static final String IMAGE_ONLY = "IMAGE-ONLY";
    static final String IMAGE_WITHOUT_ALT = "IMAGE-WITHOUT-ALT";
    static final String LINK_DIFFERS = "LINK-DIFFERS";

    /** A mail with pictures and fewer letters than this outside of them says what it says in the pictures. */
    private static final int FEW_LETTERS = 40;

    private static final Pattern WEB = Pattern.compile(
            "^(?:https?://)?(?:[^/@\\s]*@)?((?:[\\p{L}\\p{N}-]+\\.)+[\\p{L}][\\p{L}\\p{N}-]+)(?::\\d+)?(?:[/?#].*)?$");
    private static final Pattern MAIL = Pattern.compile("^(?:mailto:)?[^@\\s/]+@([^@\\s/?]+)(?:\\?.*)?$");

    private HtmlFindings() {}

    static List<Finding> of(Locale language, String html) {
        Document document = Jsoup.parse(html);
        List<Finding> findings = new ArrayList<>();
        Place place = new Place(Place.Part.HTML, language.toLanguageTag(), null, List.of(), -1, -1, false);
        pictures(document, html, place, findings);
        for (Element a : document.select("a[href]")) {
            link(a, place).ifPresent(findings::add);
        }
        return findings;
    }

    private static void pictures(Document document, String html, Place place, List<Finding> findings) {
        List<Element> images = document.select("img");
        if (!images.isEmpty() && Letters.count(HtmlText.withoutPictures(html)) < FEW_LETTERS) {
            findings.add(finding(
                    IMAGE_ONLY,
                    Severity.BLOCK,
                    place,
                    "",
                    images.size(),
                    LocalizedText.of(
                            "Mail yalnızca görselden oluşuyor; görmeyenler ve görseli kapalı olanlar okuyamaz, denetimler de"
                                    + " içine bakamaz.",
                            "The mail is made of pictures alone; those who do not see them cannot read it, nor can the"
                                    + " checks."),
                    LocalizedText.of(
                            "Görseldeki bilgiyi metin olarak da yazın.", "Write what the picture says as text too.")));
        }
        long bare = images.stream().filter(img -> !img.hasAttr("alt")).count();
        if (bare > 0) {
            findings.add(finding(
                    IMAGE_WITHOUT_ALT,
                    Severity.JUSTIFY,
                    place,
                    "",
                    (int) bare,
                    LocalizedText.of(
                            "Alternatif metni olmayan görsel var; ekran okuyucu kullananlar ne olduğunu bilemez.",
                            "A picture has no alternative text; who uses a screen reader cannot know what it is."),
                    LocalizedText.of(
                            "Görsele “alt” metni yazın; yalnızca süsse boş bırakın (alt=\"\").",
                            "Write an “alt” text; leave it empty (alt=\"\") for mere decoration.")));
        }
    }

    private static Optional<Finding> link(Element a, Place place) {
        String shown = a.text().strip();
        String href = a.attr("href").strip();
        @Nullable String said = host(shown);
        @Nullable String real = host(href);
        if (said == null || real == null || same(said, real)) {
            return Optional.empty();
        }
        return Optional.of(finding(
                LINK_DIFFERS,
                Severity.JUSTIFY,
                place,
                said + " → " + real,
                1,
                LocalizedText.of(
                        "Bağlantı, göründüğünden başka bir adrese götürüyor: " + said + " yerine " + real + ".",
                        "A link leads elsewhere than it says: to " + real + " instead of " + said + "."),
                LocalizedText.of(
                        "Gerçek adresi yazın ya da bağlantıyı düzeltin.",
                        "Show the real address or correct the link.")));
    }

    /** The host of an address, or null when the text is none. Of a mail address only the domain is looked at, and shown. */
    private static @Nullable String host(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        Matcher mail = MAIL.matcher(folded);
        if (mail.matches()) {
            return "@" + mail.group(1);
        }
        Matcher web = WEB.matcher(folded);
        if (!web.matches()) {
            return null;
        }
        return web.group(1).replaceFirst("^www\\.", "");
    }

    private static boolean same(String said, String real) {
        // A mail address shown for a page, or the other way round, differs by its kind.
        return said.equals(real);
    }

    private static Finding finding(
            String code,
            Severity severity,
            Place place,
            String excerpt,
            int count,
            LocalizedText message,
            LocalizedText advice) {
        return new Finding(code, severity, place, excerpt, count, message, advice, code, null);
    }
}
