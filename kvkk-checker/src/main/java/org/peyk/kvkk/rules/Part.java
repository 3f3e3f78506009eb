package org.peyk.kvkk.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;

/** One value of the document with its place (a JSON pointer, RFC 6901). What is wrong is noted, without the value. */
final class Part {
    private final JsonNode node;
    private final String place;
    private final List<LocalizedText> problems;

    Part(JsonNode node, String place, List<LocalizedText> problems) {
        this.node = node;
        this.place = place;
        this.problems = problems;
    }

    void problem(String tr, String en) {
        String where = place.isEmpty() ? "/" : place;
        problems.add(new LocalizedText(where + ": " + tr, where + ": " + en));
    }

    /** Whether this is an object; unknown fields are noted, as a slip would silently leave a rule out. */
    boolean object(Set<String> fields) {
        if (!node.isObject()) {
            problem("nesne olmalı.", "must be an object.");
            return false;
        }
        String known = String.join(", ", new TreeSet<>(fields));
        node.fieldNames().forEachRemaining(name -> {
            if (!fields.contains(name)) {
                child(name, node)
                        .problem(
                                "bilinmeyen alan; olabilecekler: " + known + ".",
                                "unknown field; those known are: " + known + ".");
            }
        });
        return true;
    }

    private Part child(String step, JsonNode value) {
        return new Part(value, place + "/" + step.replace("~", "~0").replace("/", "~1"), problems);
    }

    /** A field, or null when it is not given. One that is given as null is noted: whoever wrote it meant something by it. */
    @Nullable
    Part field(String name) {
        JsonNode value = node.get(name);
        if (value != null && value.isNull()) {
            child(name, value)
                    .problem(
                            "null olamaz; bir değer verin ya da alanı hiç yazmayın.",
                            "must not be null; give a value, or leave the field out.");
            return null;
        }
        return value == null ? null : child(name, value);
    }

    @Nullable
    Part needed(String name) {
        Part part = field(name);
        if (!node.has(name)) {
            child(name, node).problem("eksik.", "is missing.");
        }
        return part;
    }

    /** A field to say something about; this when it is not given. */
    Part fieldOrItself(String name) {
        JsonNode value = node.get(name);
        return value == null ? this : child(name, value);
    }

    /** The items of a list, or null when it is not given or no list. */
    @Nullable
    List<Part> items(String name) {
        Part list = field(name);
        if (list == null) {
            return null;
        }
        if (!list.node.isArray()) {
            list.problem("liste olmalı.", "must be a list.");
            return null;
        }
        List<Part> items = new ArrayList<>();
        for (int i = 0; i < list.node.size(); i++) {
            items.add(list.child(Integer.toString(i), list.node.get(i)));
        }
        return items;
    }

    @Nullable
    String text() {
        String value = node.isTextual() ? node.textValue() : "";
        if (value.isBlank() || value.chars().anyMatch(Character::isISOControl)) {
            problem("boş olmayan tek satırlık metin olmalı.", "must be a text of one line that is not blank.");
            return null;
        }
        return value;
    }

    long number(String name, long least, long most, long otherwise) {
        Part part = field(name);
        if (part == null) {
            return otherwise;
        }
        JsonNode value = part.node;
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            part.problem(
                    least + " ile " + most + " arasında tam sayı olmalı.",
                    "must be a whole number from " + least + " to " + most + ".");
            return otherwise;
        }
        return value.longValue();
    }

    <T extends Enum<T>> @Nullable T one(Class<T> kind) {
        for (T value : kind.getEnumConstants()) {
            if (node.isTextual() && value.name().equals(node.textValue())) {
                return value;
            }
        }
        String known = Stream.of(kind.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        problem("şunlardan biri olmalı: " + known + ".", "must be one of: " + known + ".");
        return null;
    }

    <T extends Enum<T>> @Nullable T one(String name, Class<T> kind) {
        Part part = needed(name);
        return part == null ? null : part.one(kind);
    }
}
