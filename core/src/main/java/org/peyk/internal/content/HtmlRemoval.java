package org.peyk.internal.content;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/** What is removed from HTML, as the approver is told. */
enum HtmlRemoval {
    SCRIPT("Betik (script) çıkarıldı", "Scripts were removed", "script", "noscript"),
    HANDLER("Betik çalıştıran nitelik çıkarıldı", "Attributes that run scripts were removed"),
    STYLE_SHEET("Stil sayfası çıkarıldı", "Style sheets were removed", "style"),
    STYLE("Güvenli olmayan ya da metni gizleyen biçim çıkarıldı", "Styles that are unsafe or hide text were removed"),
    FORM("Form alanı çıkarıldı", "Form fields were removed", "select", "textarea", "input", "button"),
    EMBEDDED(
            "Gömülü nesne ya da çerçeve çıkarıldı",
            "Embedded objects or frames were removed",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "svg",
            "math",
            "audio",
            "video",
            "canvas",
            "template"),
    REFRESH(
            "Yönlendirme ya da dış kaynak bildirimi çıkarıldı",
            "Redirections or references to outside files were removed"),
    REMOTE_IMAGE(
            "Uzak sunucudaki görsel çıkarıldı (görseli ek olarak verin)",
            "Pictures on other servers were removed (attach them instead)"),
    LINK("Güvenli olmayan bağlantı adresi çıkarıldı", "Unsafe link addresses were removed"),
    COMMENT("Bazı programların gösterdiği gizli bölüm çıkarıldı", "Hidden parts that some programs show were removed"),
    OTHER("Mailde kullanılmayan öge çıkarıldı", "Elements that mail does not use were removed", "xmp", "plaintext");

    private static final Map<String, HtmlRemoval> WITH_CONTENT = new HashMap<>();

    static {
        for (HtmlRemoval kind : values()) {
            kind.elements.forEach(element -> WITH_CONTENT.put(element, kind));
        }
    }

    private final String tr;
    private final String en;
    private final List<String> elements;

    HtmlRemoval(String tr, String en, String... elements) {
        this.tr = tr;
        this.en = en;
        this.elements = List.of(elements);
    }

    /** The kind of an element that goes with everything in it, or null for one of which the content may stay. */
    static @Nullable HtmlRemoval withContent(String element) {
        return WITH_CONTENT.get(element);
    }

    LocalizedText times(int count) {
        return LocalizedText.of(tr + ": " + count + ".", en + ": " + count + ".");
    }
}
