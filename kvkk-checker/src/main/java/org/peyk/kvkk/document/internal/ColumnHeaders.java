package org.peyk.kvkk.document.internal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The headings of a table's columns, found while its rows go by: the first row of several cells, when it looks like headings, or any
 * later one that is made of words which head columns (a title or a form may stand above, a second table below).
 */
public final class ColumnHeaders {
    private static final int LONGEST = 60;

    /** Folded words that head columns of lists at a university, in Turkish and English. */
    private static final Set<String> WORDS = Set.of(
            "ad",
            "adi",
            "adiniz",
            "soyad",
            "soyadi",
            "isim",
            "ismi",
            "unvan",
            "unvani",
            "name",
            "surname",
            "no",
            "nosu",
            "numara",
            "numarasi",
            "number",
            "sira",
            "kimlik",
            "tc",
            "tckn",
            "tcno",
            "pasaport",
            "passport",
            "id",
            "ogrenci",
            "student",
            "sicil",
            "personel",
            "eposta",
            "posta",
            "email",
            "mail",
            "mailadresi",
            "telefon",
            "telefonu",
            "tel",
            "gsm",
            "cep",
            "phone",
            "adres",
            "adresi",
            "address",
            "tarih",
            "tarihi",
            "date",
            "dogum",
            "birth",
            "puan",
            "puani",
            "not",
            "notu",
            "grade",
            "score",
            "vize",
            "final",
            "gano",
            "agno",
            "gpa",
            "durum",
            "durumu",
            "status",
            "sonuc",
            "result",
            "bolum",
            "bolumu",
            "fakulte",
            "fakultesi",
            "birim",
            "birimi",
            "department",
            "faculty",
            "sinif",
            "sinifi",
            "program",
            "iban",
            "tutar",
            "tutari",
            "ucret",
            "amount",
            "imza",
            "signature",
            "aciklama",
            "saat",
            "yer",
            "time",
            "place",
            "plaka",
            "ana",
            "baba",
            "cinsiyet",
            "engel",
            "burs");

    private List<String> headers = List.of();
    private boolean decided;

    /**
     * Shows the next row. Empty cells keep their place.
     *
     * @param cells its texts by column
     * @param declared whether the document itself says that the row is one of headings
     * @return whether it is one
     */
    public boolean offer(List<String> cells, boolean declared) {
        long filled = cells.stream().filter(c -> !c.isBlank()).count();
        if (declared && filled > 0) {
            headers = List.copyOf(cells);
            decided = true;
            return true;
        }
        if (filled < 2) {
            return false;
        }
        boolean first = !decided;
        decided = true;
        if (!cells.stream().allMatch(ColumnHeaders::looksLikeHeading)) {
            return false;
        }
        long known = cells.stream().filter(ColumnHeaders::holdsKnownWord).count();
        if (first || (known >= 2 && known * 2 >= filled)) {
            headers = List.copyOf(cells);
            return true;
        }
        return false;
    }

    /** The heading of a column, or null when it has none. */
    public @Nullable String of(int column) {
        return column >= 0 && column < headers.size() && !headers.get(column).isBlank()
                ? headers.get(column).strip()
                : null;
    }

    /** Short, no address, no number beyond the 2 of "Vize 2". */
    private static boolean looksLikeHeading(String cell) {
        if (cell.isBlank()) {
            return true;
        }
        if (cell.length() > LONGEST || cell.indexOf('@') >= 0) {
            return false;
        }
        int digits = 0;
        boolean letters = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            digits = Character.isDigit(c) ? digits + 1 : 0;
            letters |= Character.isLetter(c) || c == '#';
            if (digits > 2) {
                return false;
            }
        }
        return letters;
    }

    private static boolean holdsKnownWord(String cell) {
        String folded = Normalizer.normalize(cell.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('ı', 'i')
                .replace("-", "")
                .replace(".", "");
        for (String word : folded.split("[^a-z0-9]+", -1)) {
            if (WORDS.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
