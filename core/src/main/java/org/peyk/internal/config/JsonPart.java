package org.peyk.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/** One value of a document of settings, with its place. What is wrong is noted, and null is returned in its stead. */
public final class JsonPart {

    private final JsonReading reading;
    private final String place;
    private final JsonNode node;

    JsonPart(JsonReading reading, String place, JsonNode node) {
        this.reading = reading;
        this.place = place;
        this.node = node;
    }

    /** Notes a mistake about this value. */
    public void problem(String tr, String en) {
        reading.problem(place, tr, en);
    }

    /** Notes a mistake about a field. */
    public void problem(String field, String tr, String en) {
        reading.problem(at(field), tr, en);
    }

    /** Whether the field is given. */
    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** Whether this is an object; notes a mistake otherwise, and one for each field that is not known. */
    public boolean object(Set<String> fields) {
        if (!node.isObject()) {
            problem("nesne olmalı.", "must be an object.");
            return false;
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                String known = String.join(", ", new TreeSet<>(fields));
                problem(
                        name,
                        "bilinmeyen alan; olabilecekler: " + known + ".",
                        "unknown field; those known are: " + known + ".");
            }
        });
        return true;
    }

    /** A field's value as a part; a mistake when it is missing. */
    public @Nullable JsonPart needed(String field) {
        JsonPart part = part(field);
        if (part == null) {
            problem(field, "eksik.", "is missing.");
        }
        return part;
    }

    /** A field's value as a part, or null when it is not given. */
    public @Nullable JsonPart part(String field) {
        JsonNode value = node.get(field);
        return value == null || value.isNull() ? null : new JsonPart(reading, at(field), value);
    }

    /** The items of a list; none when the field is not given. */
    public List<JsonPart> items(String field) {
        JsonPart list = part(field);
        if (list == null) {
            return List.of();
        }
        if (!list.node.isArray() || list.node.isEmpty()) {
            list.problem("en az bir öğeli liste olmalı.", "must be a list of at least one item.");
            return List.of();
        }
        List<JsonPart> items = new ArrayList<>();
        for (int i = 0; i < list.node.size(); i++) {
            items.add(new JsonPart(reading, list.place + "/" + i, list.node.get(i)));
        }
        return items;
    }

    /** Whether this is a text. */
    public boolean isText() {
        return node.isTextual();
    }

    /** This value as one line of text that is not blank. */
    public @Nullable String text() {
        String value = node.isTextual() ? node.textValue() : "";
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            problem("boş olmayan tek satırlık metin olmalı.", "must be a text of one line that is not blank.");
            return null;
        }
        return value;
    }

    /** A field's text; null when it is not given. */
    public @Nullable String text(String field) {
        JsonPart part = part(field);
        return part == null ? null : part.text();
    }

    /** A field's whole number from a least value on. */
    public long number(String field, long least, long otherwise) {
        JsonPart part = part(field);
        if (part == null) {
            return otherwise;
        }
        if (!part.node.isIntegralNumber() || !part.node.canConvertToLong() || part.node.longValue() < least) {
            part.problem(
                    "tam sayı ve en az " + least + " olmalı.", "must be a whole number and at least " + least + ".");
            return otherwise;
        }
        return part.node.longValue();
    }

    /** A field's small whole number from a least value on. */
    public int smallNumber(String field, int least, int otherwise) {
        long value = number(field, least, otherwise);
        if (value > Short.MAX_VALUE) {
            problem(
                    field,
                    "en çok " + Short.MAX_VALUE + " olabilir.",
                    "must not be larger than " + Short.MAX_VALUE + ".");
            return otherwise;
        }
        return (int) value;
    }

    /** A field's yes or no; no when it is not given. */
    public boolean flag(String field) {
        JsonPart part = part(field);
        if (part != null && !part.node.isBoolean()) {
            part.problem("true ya da false olmalı.", "must be true or false.");
        }
        return part != null && part.node.booleanValue();
    }

    /** This value as one of a kind's names. */
    public <T extends Enum<T>> @Nullable T one(Class<T> kind) {
        for (T value : kind.getEnumConstants()) {
            if (node.isTextual() && value.name().equals(node.textValue())) {
                return value;
            }
        }
        String known = Stream.of(kind.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        problem("şunlardan biri olmalı: " + known + ".", "must be one of: " + known + ".");
        return null;
    }

    /** This value as something that has a text form, such as a date. */
    public <T> @Nullable T parsed(Function<String, T> parser, String tr, String en) {
        if (node.isTextual()) {
            try {
                return parser.apply(node.textValue());
            } catch (RuntimeException e) {
                // reported below, without the value
            }
        }
        problem(tr + " olmalı.", "must be " + en + ".");
        return null;
    }

    /** A field's text in both languages. */
    public @Nullable LocalizedText localized(String field) {
        JsonPart part = part(field);
        if (part == null || !part.object(Set.of("tr", "en"))) {
            return null;
        }
        JsonPart tr = part.needed("tr");
        JsonPart en = part.needed("en");
        String turkish = tr == null ? null : tr.text();
        String english = en == null ? null : en.text();
        return turkish == null || english == null ? null : new LocalizedText(turkish, english);
    }

    private String at(String field) {
        return place + "/" + field.replace("~", "~0").replace("/", "~1");
    }
}
