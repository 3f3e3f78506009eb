package org.peyk.spi;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.peyk.spi.document.Block;

/** Makes a record of any type, in which every text is a mark that names where it was put. */
final class Samples {

    /** Texts that have a form of their own. */
    private static final Map<String, Object> FORMED = Map.ofEntries(
            Map.entry("Attachment.sha256", "0".repeat(64)),
            Map.entry("EnhancedStatusCode.statusClass", 5),
            Map.entry("SendingWindow.notAfter", Instant.parse("2026-11-24T06:00:00Z")),
            Map.entry("Deputyship.until", Instant.parse("2026-11-24T06:00:00Z")));

    private final Map<String, String> marks = new LinkedHashMap<>();

    /** The marks that were put, by the component they were put into. */
    Map<String, String> marks() {
        return marks;
    }

    <T> T make(Class<T> type) {
        return type.cast(record(type));
    }

    private Object record(Class<?> type) {
        return construct(type, values(type));
    }

    /** A value for each component; collections are such as may be changed. */
    Object[] values(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String where = type.getSimpleName() + "." + components[i].getName();
            Object formed = FORMED.get(where);
            values[i] = formed != null ? formed : value(components[i].getGenericType(), where);
        }
        return values;
    }

    static Object construct(Class<?> type, Object[] values) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("a sample of " + type, e);
        }
    }

    private Object value(Type type, String where) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, where);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            String mark = "isaret-" + where.replace('.', '-') + "-" + marks.size();
            marks.put(where + "#" + marks.size(), mark);
            return mark;
        }
        if (plain == int.class) {
            return 1;
        }
        if (plain == long.class) {
            return 1L;
        }
        if (plain == boolean.class) {
            return true;
        }
        if (plain.isEnum()) {
            return plain.getEnumConstants()[0];
        }
        if (plain.isRecord()) {
            return record(plain);
        }
        return known(plain);
    }

    private Object known(Class<?> type) {
        if (type == Locale.class) {
            return Locale.forLanguageTag("tr");
        }
        if (type == Instant.class) {
            return Instant.parse("2026-11-23T06:00:00Z");
        }
        if (type == LocalDate.class) {
            return LocalDate.parse("2026-11-23");
        }
        if (type == Duration.class) {
            return Duration.ofSeconds(1);
        }
        if (type == OptionalLong.class) {
            return OptionalLong.of(1);
        }
        if (type == ByteSource.class) {
            return ByteSource.of("isaret".getBytes(StandardCharsets.US_ASCII));
        }
        if (type == Block.class) {
            return record(Block.Paragraph.class);
        }
        throw new AssertionError("no sample of " + type);
    }

    /** Collections that may be changed, to see whether a record keeps a copy. */
    private Object collection(ParameterizedType type, String where) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return new ArrayList<>(List.of(value(of[0], where)));
        }
        if (type.getRawType() == Set.class) {
            return new HashSet<>(Set.of(value(of[0], where)));
        }
        if (type.getRawType() == Map.class) {
            return new HashMap<>(Map.of(value(of[0], where), value(of[1], where)));
        }
        throw new AssertionError("no sample of " + type);
    }

    /** Components by the marks of which a text is given away. */
    Set<String> shownIn(String text) {
        return marks.entrySet().stream()
                .filter(e -> text.contains(e.getValue()))
                .map(e -> e.getKey().substring(0, e.getKey().indexOf('#')))
                .collect(Collectors.toSet());
    }
}
