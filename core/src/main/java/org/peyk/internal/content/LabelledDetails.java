package org.peyk.internal.content;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.peyk.spi.Detail;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentReading;

/**
 * Reads the facts that a document states beside their names: {@code Yer: Konferans Salonu}, {@code Tarih ve Saat: 17 Aralık 2026 Perşembe,
 * 14.00}, or a row of a table with the name in its first cell. The first of several values counts.
 */
public final class LabelledDetails {

    /** The labels, folded. A label of several details asks each for its part. */
    private static final Map<String, List<Detail>> LABELS = new LinkedHashMap<>();

    private static final String SUBJECT = "konu|subject";

    static {
        label("yer|yeri|mekan|salon|toplanti yeri|etkinlik yeri|place|venue|location", Detail.PLACE);
        label(
                "duzenleyen|duzenleyenler|duzenleyen birim|duzenleyen kurum|organizator|ev sahibi|host|hosted by|organiser|organizer"
                        + "|organised by|organized by",
                Detail.HOST);
        label("tarih|tarihi|etkinlik tarihi|toplanti tarihi|kesinti tarihi|gun|gunu|date|day", Detail.DATE);
        label("saat|saati|etkinlik saati|baslangic saati|baslama saati|time|hour|start", Detail.TIME);
        label(
                "tarih ve saat|tarih/saat|tarih / saat|tarih - saat|gun ve saat|zaman|zamani|date and time|date/time|date / time|when",
                Detail.DATE,
                Detail.TIME);
        label("iletisim|iletisim bilgileri|irtibat|bilgi icin|contact|contact us|enquiries", Detail.CONTACT);
        label("baglanti|link|web|web adresi|internet adresi|kayit|kayit baglantisi|website|registration", Detail.LINK);
        label(
                "son tarih|son basvuru tarihi|son basvuru|son gun|son katilim tarihi|deadline|closing date|apply by",
                Detail.DEADLINE);
        label("vesile|occasion", Detail.OCCASION);
        label("kisi|merhum|merhume|vefat eden|adi soyadi|person concerned|deceased|honouree|honoree", Detail.HONOUREE);
        label("yakinlik|yakinligi|relation|relationship", Detail.RELATION);
        label("cenaze|cenaze bilgisi|cenaze namazi|cenaze toreni|defin|funeral", Detail.FUNERAL);
        label(
                "etkilenen|etkilenenler|etkilenen birimler|etkilenen yerler|etkilenen sistemler|etkilenen hizmetler|kapsam|affected"
                        + "|what is affected",
                Detail.AFFECTED);
        label("sure|suresi|kesinti suresi|tahmini sure|duration", Detail.DURATION);
        label("aciliyet nedeni|aciliyet|reason of urgency", Detail.URGENCY_REASON);
    }

    /** A label and its colon: the first of a line, or a further one after a gap. */
    private static final Pattern LABEL = Pattern.compile(
            "(?:^|(?<=[|;,\\t])|(?<= {2})|(?<= [-–] ))[\\s\\-–•*·]*(" + alternatives() + "|" + SUBJECT + ")\\s*[:：]");

    /** 14.00, 14:00, 14.00'te, 14.00-16.00; 2 pm, 2:30 p.m. */
    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d.:/-])(?<hour>\\d{1,2})(?:[.:](?<minute>[0-5]\\d))?(?![\\d.:/]*\\d)\\s*(?<half>[ap]\\.?m\\b)?");

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)https?://\\S+|(?<![\\w@.-])(?:[a-z0-9-]+\\.)+[a-z]{2,}(?:/\\S*)?(?!\\S)");

    /** A longer line or cell states no fact, and the patterns would take long over its white space. */
    private static final int LONGEST = 1_000;

    private LabelledDetails() {}

    /**
     * Reads the facts of a document.
     *
     * @param reading a document
     * @return what was found; dates as {@code yyyy-MM-dd}, hours as {@code HH:mm}, all others as written, on one line. A date or hour that
     *     is not understood is left out, so that the form asks for it
     */
    public static Map<Detail, String> of(DocumentReading reading) {
        Map<Detail, String> details = new EnumMap<>(Detail.class);
        for (Block block : reading.blocks()) {
            if (block instanceof Block.Table t) {
                t.rows().stream().filter(r -> r.size() >= 2).forEach(r -> cells(r.get(0), r.get(1), details));
            } else {
                block.text().lines().forEach(line -> line(line, details));
            }
        }
        return details;
    }

    /**
     * Reads the facts of a text.
     *
     * @param text any text
     * @return what was found, as in {@link #of(DocumentReading)}
     */
    public static Map<Detail, String> of(String text) {
        Map<Detail, String> details = new EnumMap<>(Detail.class);
        text.lines().forEach(line -> line(line, details));
        return details;
    }

    /** The subject that a line states, or an empty text. */
    static String subject(String line) {
        for (Labelled l : labelled(line)) {
            if (l.label().matches(SUBJECT)) {
                return l.value();
            }
        }
        return "";
    }

    private record Labelled(String label, String value) {}

    private static void line(String line, Map<Detail, String> details) {
        labelled(line).forEach(l -> put(l.label(), l.value(), details));
    }

    private static void cells(String label, String value, Map<Detail, String> details) {
        if (label.length() > LONGEST || value.length() > LONGEST) {
            return;
        }
        put(Letters.fold(label).strip().replaceFirst("\\s*[:：]$", ""), value, details);
    }

    private static List<Labelled> labelled(String line) {
        List<Labelled> found = new ArrayList<>();
        if (line.length() > LONGEST) {
            return found;
        }
        Matcher m = LABEL.matcher(Letters.fold(line));
        String label = null;
        int from = 0;
        int search = 0;
        while (m.find(search)) {
            if (label == null && m.start() > 0) {
                return List.of();
            }
            if (label != null) {
                found.add(new Labelled(label, value(line.substring(from, m.start()))));
            }
            label = m.group(1);
            from = m.end();
            search = m.end();
        }
        if (label != null) {
            found.add(new Labelled(label, value(line.substring(from))));
        }
        return found;
    }

    private static String value(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}\\s]+", " ").strip().replaceFirst("[\\s|;,–-]+$", "");
    }

    private static void put(String label, String value, Map<Detail, String> details) {
        List<Detail> targets = LABELS.getOrDefault(label, List.of());
        for (Detail detail : targets) {
            normalised(detail, value).ifPresent(v -> details.putIfAbsent(detail, v));
        }
        if (targets.equals(List.of(Detail.DATE))) {
            // "Tarih: 17 Aralık 2026, 14.00" gives the hour too, unless it is stated by itself.
            time(value).ifPresent(t -> details.putIfAbsent(Detail.TIME, t));
        }
    }

    private static Optional<String> normalised(Detail detail, String raw) {
        String value = value(raw);
        return switch (detail) {
            case DATE, DEADLINE ->
                WrittenDates.in(value).stream()
                        .findFirst()
                        .map(d -> (detail == Detail.DATE ? d.first() : d.last()).toString());
            case TIME -> time(value);
            case LINK ->
                ADDRESS.matcher(value).results().map(MatchResult::group).findFirst();
            default -> value.isEmpty() ? Optional.empty() : Optional.of(value);
        };
    }

    /** The first hour of a text, its dates left aside. */
    private static Optional<String> time(String value) {
        StringBuilder rest = new StringBuilder(Letters.fold(value));
        List<WrittenDate> dates = WrittenDates.in(value);
        dates.forEach(d -> rest.replace(d.start(), d.end(), " ".repeat(d.end() - d.start())));
        Matcher m = TIME.matcher(rest);
        while (m.find()) {
            String half = m.group("half");
            // A bare number is an hour only where nothing else can be meant.
            if (m.group("minute") == null && half == null && !dates.isEmpty()) {
                continue;
            }
            int hour = Integer.parseInt(m.group("hour"));
            int minute = m.group("minute") == null ? 0 : Integer.parseInt(m.group("minute"));
            if (half != null && hour >= 1 && hour <= 12) {
                hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
            }
            if (hour < 24) {
                return Optional.of(LocalTime.of(hour, minute).toString());
            }
        }
        return Optional.empty();
    }

    private static void label(String names, Detail... details) {
        for (String name : names.split("\\|")) {
            LABELS.put(name, List.of(details));
        }
    }

    private static String alternatives() {
        List<String> names = LABELS.keySet().stream()
                .sorted((a, b) -> b.length() - a.length())
                .map(Pattern::quote)
                .toList();
        return String.join("|", names);
    }
}
