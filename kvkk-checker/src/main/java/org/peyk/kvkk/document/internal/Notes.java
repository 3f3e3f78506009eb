package org.peyk.kvkk.document.internal;

import java.time.Duration;
import org.peyk.spi.LocalizedText;

/** The sentences of notes. */
public final class Notes {
    public static final LocalizedText EMPTY = LocalizedText.of("Dosya boş.", "The file is empty.");
    public static final LocalizedText NO_TEXT = LocalizedText.of(
            "Dosyada yazı bulunamadı; taranmış bir resim olabilir.",
            "No text was found in the file; it may be a scanned picture.");
    public static final LocalizedText DAMAGED = LocalizedText.of(
            "Dosya bozuk; yalnızca okunabilen bölümü denetlenebildi.",
            "The file is damaged; only what could be read was looked at.");
    public static final LocalizedText CUT_SHORT = LocalizedText.of(
            "Dosyanın sonu eksik; yalnızca okunabilen bölümü denetlenebildi.",
            "The end of the file is missing; only what could be read was looked at.");
    public static final LocalizedText ENCRYPTED = LocalizedText.of(
            "Dosya parolayla korunuyor, okunamadı.", "The file is protected by a password and could not be read.");
    public static final LocalizedText UNKNOWN_TYPE = LocalizedText.of(
            "Dosyanın türü tanınmadı, içine bakılamadı.", "The kind of the file is not known; it was not looked into.");
    public static final LocalizedText UNREADABLE =
            LocalizedText.of("Dosya açılamadı.", "The file could not be opened.");
    public static final LocalizedText DTD = LocalizedText.of(
            "Dosyanın bir parçası belge türü tanımı (DTD) içeriyor; bu parça okunmadı.",
            "A part of the file holds a document type definition (DTD); that part was not read.");
    public static final LocalizedText DUPLICATE_PARTS = LocalizedText.of(
            "Dosyanın içinde aynı adı taşıyan parçalar var; hangisinin gösterileceği belirsiz.",
            "Parts inside the file carry the same name; which one is shown is uncertain.");
    public static final LocalizedText BROKEN_LETTERS = LocalizedText.of(
            "Bazı harfler çözülemedi; dosyanın karakter kodlaması karışık.",
            "Some letters could not be decoded; the file mixes character encodings.");
    public static final LocalizedText FOREIGN_BYTES = LocalizedText.of(
            "Dosyanın başında başka türden veri var; yalnızca belge bölümü okundu.",
            "The file begins with data of another kind; only the document in it was read.");
    public static final LocalizedText MACROS = LocalizedText.of(
            "Dosyada makro var; makronun içine bakılmadı.", "The file holds macros, which were not looked into.");
    public static final LocalizedText EXTERNAL_SOURCE = LocalizedText.of(
            "Dosya dışarıdaki bir kaynağa bağlanıyor; kaynak okunmadı.",
            "The file links to an outside source, which was not read.");
    public static final LocalizedText BROKEN_QUOTES = LocalizedText.of(
            "Tablodaki tırnaklar düzgün kapanmıyor; kalan satırlar tırnaksız okundu.",
            "Quotes in the table do not close properly; the remaining rows were read without quotes.");

    public static final LocalizedText SIGNATURES =
            LocalizedText.of("Paketin imzaları doğrulanmadı.", "The signatures of the package were not verified.");
    public static final LocalizedText WRONG_DIGEST = LocalizedText.of(
            "Paketin bir bileşeni, paket özetinde yazan özet değerine uymuyor; paket sonradan değiştirilmiş olabilir.",
            "A part of the package does not have the digest that the package states; it may have been changed.");

    private Notes() {}

    public static LocalizedText damagedPart(String part) {
        return LocalizedText.of(
                "Dosyanın bir parçası bozuk (" + part + "); yalnızca okunabilen bölümü denetlenebildi.",
                "A part of the file is damaged (" + part + "); only what could be read was looked at.");
    }

    public static LocalizedText picturesNotScanned(int count) {
        return LocalizedText.of(
                count + " resmin içindeki yazı okunmadı.", "The text inside " + count + " pictures was not read.");
    }

    public static LocalizedText embeddedNotRead(String name) {
        return LocalizedText.of("Gömülü dosya okunamadı: " + name, "An embedded file could not be read: " + name);
    }

    public static LocalizedText inEmbedded(String name, LocalizedText text) {
        return LocalizedText.of("Gömülü dosya " + name + ": " + text.tr(), "Embedded file " + name + ": " + text.en());
    }

    public static LocalizedText pagesWithoutText(String pages) {
        return LocalizedText.of(
                "Şu sayfalarda yazı bulunamadı, taranmış resim olabilir: " + pages,
                "No text was found on these pages, which may be scanned pictures: " + pages);
    }

    public static LocalizedText pagesUndecoded(String pages) {
        return LocalizedText.of(
                "Şu sayfaların harfleri yazıya çevrilemiyor: " + pages,
                "The letters of these pages do not map to text: " + pages);
    }

    public static LocalizedText pagesDamaged(String pages) {
        return LocalizedText.of(
                "Şu sayfalar bozuk, bütünüyle okunamadı: " + pages,
                "These pages are damaged and were not read wholly: " + pages);
    }

    static LocalizedText tooLarge(long bytes) {
        return LocalizedText.of(
                "Dosya " + bytes + " bayttan büyük; sınırı aşan bölüm okunmadı.",
                "The file is larger than " + bytes + " bytes; what is beyond was not read.");
    }

    static LocalizedText tooMuchText(long chars) {
        return LocalizedText.of(
                "Dosyada " + chars + " karakterden çok yazı var; kalanı okunmadı.",
                "The file holds more than " + chars + " characters of text; the rest was not read.");
    }

    static LocalizedText tooManyPages(int pages) {
        return LocalizedText.of(
                "Dosya " + pages + " sayfadan uzun; kalan sayfalar okunmadı.",
                "The file has more than " + pages + " pages; the rest was not read.");
    }

    static LocalizedText tooManyRows(long rows) {
        return LocalizedText.of(
                "Dosyada " + rows + " satırdan çok tablo satırı var; kalanı okunmadı.",
                "The file has more than " + rows + " table rows; the rest was not read.");
    }

    static LocalizedText tooDeep(int levels) {
        return LocalizedText.of(
                "Dosyada " + levels + " düzeyden derin iç içe dosyalar var; en içtekiler okunmadı.",
                "Files are nested more than " + levels + " levels deep; the innermost were not read.");
    }

    static LocalizedText tooDense(int ratio) {
        return LocalizedText.of(
                "Dosya açıldığında " + ratio + " katından çok büyüyor (sıkıştırma bombası olabilir); kalanı okunmadı.",
                "The file grows more than " + ratio + " times when unpacked (perhaps a bomb); the rest was not read.");
    }

    static LocalizedText tooSlow(Duration time) {
        return LocalizedText.of(
                "Dosya " + seconds(time) + " saniyede okunamadı; kalanı okunmadı.",
                "The file could not be read within " + seconds(time) + " seconds; the rest was not read.");
    }

    static LocalizedText tooComplex(String what) {
        return LocalizedText.of(
                "Dosyanın yapısı okunamayacak kadar karmaşık (" + what + "); kalanı okunmadı.",
                "The file's structure is too complex to read (" + what + "); the rest was not read.");
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0
                ? Long.toString(time.toSeconds())
                : Double.toString(time.toMillis() / 1000.0);
    }
}
