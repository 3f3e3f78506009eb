package org.peyk.internal.content;

import org.peyk.spi.LocalizedText;

/** What is removed from HTML, as the approver is told. */
enum HtmlRemoval {
    SCRIPT("Betik (script) çıkarıldı", "Scripts were removed"),
    HANDLER("Betik çalıştıran nitelik çıkarıldı", "Attributes that run scripts were removed"),
    STYLE_SHEET("Stil sayfası çıkarıldı", "Style sheets were removed"),
    STYLE("Güvenli olmayan ya da metni gizleyen biçim çıkarıldı", "Styles that are unsafe or hide text were removed"),
    FORM("Form alanı çıkarıldı", "Form fields were removed"),
    EMBEDDED("Gömülü nesne ya da çerçeve çıkarıldı", "Embedded objects or frames were removed"),
    REFRESH(
            "Yönlendirme ya da dış kaynak bildirimi çıkarıldı",
            "Redirections or references to outside files were removed"),
    REMOTE_IMAGE(
            "Uzak sunucudaki görsel çıkarıldı (görseli ek olarak verin)",
            "Pictures on other servers were removed (attach them instead)"),
    LINK("Güvenli olmayan bağlantı adresi çıkarıldı", "Unsafe link addresses were removed"),
    COMMENT("Bazı programların gösterdiği gizli bölüm çıkarıldı", "Hidden parts that some programs show were removed"),
    OTHER("Mailde kullanılmayan öge çıkarıldı", "Elements that mail does not use were removed");

    private final String tr;
    private final String en;

    HtmlRemoval(String tr, String en) {
        this.tr = tr;
        this.en = en;
    }

    LocalizedText times(int count) {
        return LocalizedText.of(tr + ": " + count + ".", en + ": " + count + ".");
    }
}
