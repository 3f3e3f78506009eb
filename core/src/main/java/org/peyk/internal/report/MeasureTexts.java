package org.peyk.internal.report;

import org.peyk.spi.LocalizedText;

/** The names of the process's measures, as its process card has them. */
final class MeasureTexts {

    static final LocalizedText INFORMATION =
            LocalizedText.of("Gerekli bilgilerin sağlanması", "Needed information supplied");
    static final LocalizedText INFORMATION_MEANING = LocalizedText.of(
            "Onaya sunulan taleplerden, ilk sunuluşunda hiçbir bilgisi eksik olmayanlar.",
            "Of the requests handed in, those that lacked nothing when first handed in.");
    static final LocalizedText PERMISSION =
            LocalizedText.of("Gerekli durumlarda izin alınması", "Permission obtained where needed");
    static final LocalizedText PERMISSION_MEANING = LocalizedText.of(
            "Gönderimi başlayan taleplerden, son değişiklikten sonra bütün onayları verilmiş olanlar.",
            "Of the requests whose sending began, those with every approval given after the last change.");
    static final LocalizedText SUITABILITY = LocalizedText.of("İçeriğin uygunluğu", "Suitability of the content");
    static final LocalizedText SUITABILITY_MEANING = LocalizedText.of(
            "Karara bağlanan taleplerden, geri çevrilmeden ve engelleyen bulgu çıkmadan onaylananlar.",
            "Of the requests decided, those approved without being sent back and without blocking findings.");
    static final LocalizedText APPROVING =
            LocalizedText.of("İlk sunuluştan son onaya", "From first submission to last approval");
    static final LocalizedText SENDING =
            LocalizedText.of("Son onaydan gönderimin bitişine", "From last approval to the end of sending");

    private MeasureTexts() {}
}
