package org.peyk.kvkk.document.internal.ole;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How numbers are shown: as dates or as they are. Amounts are not rounded, for the file holds all of their digits. */
final class BiffFormats {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final int LAST_DAY = 2_958_465;

    private final Map<Integer, String> named = new HashMap<>();
    private final List<Integer> looks = new ArrayList<>();
    private boolean from1904;

    void from1904(boolean value) {
        from1904 = value;
    }

    void named(int id, String format) {
        named.put(id, format);
    }

    void look(int format) {
        looks.add(format);
    }

    String show(double number, int look) {
        if (isDate(look) && number >= 1 && number < LAST_DAY) {
            LocalDate first = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, 30);
            return first.plusDays((long) number).format(DAY);
        }
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return "";
        }
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    private boolean isDate(int look) {
        int format = look >= 0 && look < looks.size() ? looks.get(look) : 0;
        if ((format >= 14 && format <= 17)
                || format == 22
                || (format >= 27 && format <= 36)
                || (format >= 50 && format <= 58)) {
            return true;
        }
        String text =
                named.getOrDefault(format, "").toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]", "");
        return text.indexOf('y') >= 0 || (text.indexOf('d') >= 0 && text.indexOf('m') >= 0);
    }
}
