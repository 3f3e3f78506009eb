package org.peyk.internal.notice;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.peyk.internal.content.HtmlText;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;

/**
 * Whether a notice can show all that an approval would bind to. What is decided by mail is what the mail shows, and it shows words: no pictures,
 * no files, and no HTML that says something else than its text.
 */
final class ShownWhole {

    private static final LocalizedText FILES = LocalizedText.of(
            "Talepte dosya var; dosyaları görmeden karar verilemez. Kararınızı portalda verin.",
            "The request has files, and nobody decides without having seen them. Please decide in the portal.");
    private static final LocalizedText PICTURES = LocalizedText.of(
            "Metinde bu iletide gösterilemeyen görseller var. Kararınızı portalda verin.",
            "The text has pictures that this message cannot show. Please decide in the portal.");
    private static final LocalizedText OTHERWISE = LocalizedText.of(
            "Mailin biçimli (HTML) hâli düz metninden farklı. Kararınızı portalda verin.",
            "The HTML of the mail differs from its plain text. Please decide in the portal.");

    private static final String SHOWN =
            "img, picture, svg, video, audio, object, embed, iframe, canvas, input, [background]";
    private static final Pattern PICTURE_BY_STYLE = Pattern.compile("url\\s*\\(|(?<![a-z-])content\\s*:");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    private ShownWhole() {}

    /** Why a content cannot be shown as a whole; empty when it can. */
    static Optional<LocalizedText> obstacle(Content content) {
        if (!content.attachments().isEmpty()) {
            return Optional.of(FILES);
        }
        for (LanguageVersion v : content.versions()) {
            String html = v.html();
            if (html == null) {
                continue;
            }
            if (!Jsoup.parse(html).select(SHOWN).isEmpty()
                    || PICTURE_BY_STYLE.matcher(html.toLowerCase(Locale.ROOT)).find()) {
                return Optional.of(PICTURES);
            }
            if (!spaced(HtmlText.of(html)).equals(spaced(v.text()))) {
                return Optional.of(OTHERWISE);
            }
        }
        return Optional.empty();
    }

    private static String spaced(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }
}
