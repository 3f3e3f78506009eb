package org.peyk.report;

import org.peyk.spi.LocalizedText;

/** The names of the process's measures and stretches, as its process card has them. */
public final class MeasureNames {

    /** First measure. */
    public static final LocalizedText INFORMATION =
            LocalizedText.of("Gerekli bilgilerin sağlanması", "Needed information supplied");
    /** What the first measure counts. */
    public static final LocalizedText INFORMATION_MEANING = LocalizedText.of(
            "Onaya sunulan taleplerden, ilk sunuluşunda hiçbir bilgisi eksik olmayanlar.",
            "Of the requests handed in, those that lacked nothing when first handed in.");
    /** Second measure. */
    public static final LocalizedText PERMISSION =
            LocalizedText.of("Gerekli durumlarda izin alınması", "Permission obtained where needed");
    /** What the second measure counts. */
    public static final LocalizedText PERMISSION_MEANING = LocalizedText.of(
            "Gönderimi başlayan taleplerden, son değişiklikten sonra bütün onayları verilmiş olanlar.",
            "Of the requests whose sending began, those with every approval given after the last change.");
    /** Third measure. */
    public static final LocalizedText SUITABILITY =
            LocalizedText.of("İçeriğin uygunluğu", "Suitability of the content");
    /** What the third measure counts. */
    public static final LocalizedText SUITABILITY_MEANING = LocalizedText.of(
            "Karara bağlanan taleplerden, geri çevrilmeden ve engelleyen bulgu çıkmadan onaylananlar.",
            "Of the requests decided, those approved without being sent back and without blocking findings.");
    /** The stretch until approval. */
    public static final LocalizedText APPROVING =
            LocalizedText.of("İlk sunuluştan son onaya", "From first submission to last approval");
    /** The stretch until everything is sent. */
    public static final LocalizedText SENDING =
            LocalizedText.of("Son onaydan gönderimin bitişine", "From last approval to the end of sending");

    private MeasureNames() {}
}
