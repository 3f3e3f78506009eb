package org.peyk.kvkk.document.internal.xlsx;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;
import org.peyk.kvkk.document.internal.ooxml.XmlEvents;

/**
 * How numbers look in cells. Dates are numbers with the format of a date (ECMA-376 part 1, 18.8.30 and 18.17.4.1); all other numbers are
 * given with all digits that are stored, never in scientific form, and with the zeros in front that a format of zeros asks for.
 */
final class CellFormats {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** What Excel keeps of a number. */
    private static final MathContext PRECISION = new MathContext(15);

    private static final int LONGEST_NUMBER = 40;
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);
    private static final int LAST_DAY = 2_958_466;

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> cellFormats = new ArrayList<>();
    private boolean from1904;

    void read(XmlEvents xml, Reading reading) throws IOException {
        int depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.name().equals("numFmts")) {
                int inner = xml.depth();
                while (xml.nextChild(inner)) {
                    reading.keep();
                    String code = xml.attribute("formatCode");
                    int id = CellValue.index(xml.attribute("numFmtId"));
                    if (code != null && id >= 0) {
                        codes.put(id, code);
                    }
                }
            } else if (xml.name().equals("cellXfs")) {
                int inner = xml.depth();
                while (xml.nextChild(inner)) {
                    reading.keep();
                    cellFormats.add(Math.max(0, CellValue.index(xml.attribute("numFmtId"))));
                }
            }
        }
    }

    void from1904(boolean value) {
        from1904 = value;
    }

    /**
     * A number as text.
     *
     * @param stored the stored value
     * @param style index of the cell's format, or -1
     * @return its text
     */
    String show(String stored, int style) {
        BigDecimal number = parse(stored);
        if (number == null) {
            return stored;
        }
        int format = style >= 0 && style < cellFormats.size() ? cellFormats.get(style) : 0;
        String code = codes.get(format);
        if (code == null ? isBuiltInDate(format) : isDate(code)) {
            String date = date(number);
            if (date != null) {
                return date;
            }
        }
        String digits = plain(number);
        if (code != null
                && isZeros(code)
                && digits.length() < code.length()
                && digits.chars().allMatch(Character::isDigit)) {
            return "0".repeat(code.length() - digits.length()) + digits;
        }
        return digits;
    }

    private static @Nullable BigDecimal parse(String stored) {
        if (stored.isEmpty() || stored.length() > LONGEST_NUMBER) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(stored);
            // 1E999999999 would become a billion digits
            return Math.abs((long) number.scale()) > 310 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Whole numbers keep every digit; fractions lose the noise that binary numbers have behind the fifteenth. */
    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal exact = number.stripTrailingZeros();
        return (exact.scale() <= 0 ? exact : exact.round(PRECISION).stripTrailingZeros()).toPlainString();
    }

    private @Nullable String date(BigDecimal number) {
        if (number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY)) >= 0) {
            return null;
        }
        int day = number.intValue();
        long seconds = number.subtract(BigDecimal.valueOf(day))
                .multiply(DAY)
                .add(new BigDecimal("0.5"))
                .longValue();
        if (day == 0 && !from1904) {
            return LocalDateTime.of(1900, 1, 1, 0, 0).plusSeconds(seconds).format(TIME);
        }
        // Excel believes that 1900 was a leap year: from March on its numbers are one too high
        LocalDateTime start =
                from1904 ? LocalDateTime.of(1904, 1, 1, 0, 0) : LocalDateTime.of(1899, 12, day < 60 ? 31 : 30, 0, 0);
        LocalDateTime moment = start.plusDays(day).plusSeconds(seconds);
        return moment.format(seconds == 0 ? DATE : DATE_TIME);
    }

    private static boolean isBuiltInDate(int format) {
        return (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58);
    }

    private static boolean isZeros(String code) {
        return !code.isEmpty()
                && code.length() <= LONGEST_NUMBER
                && code.chars().allMatch(c -> c == '0');
    }

    /** Whether a format code has parts of a date or time outside of quotes, brackets and escapes. */
    private static boolean isDate(String code) {
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '"') {
                i = skipTo(code, i, '"');
            } else if (c == '[') {
                int end = skipTo(code, i, ']');
                char first = i + 1 < code.length() ? code.charAt(i + 1) : ' ';
                if ((first == 'h' || first == 'm' || first == 's') && end - i <= 3) {
                    return true;
                }
                i = end;
            } else if (c == '\\' || c == '_' || c == '*') {
                i++;
            } else if ("dDmMyYhHsS".indexOf(c) >= 0) {
                return true;
            } else if (c == ';') {
                return false;
            }
        }
        return false;
    }

    private static int skipTo(String code, int from, char end) {
        int at = code.indexOf(end, from + 1);
        return at < 0 ? code.length() : at;
    }
}
