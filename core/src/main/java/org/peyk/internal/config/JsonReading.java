package org.peyk.internal.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.ConfigurationException;
import org.peyk.spi.LocalizedText;

/**
 * Reads one document of settings and gathers everything that is wrong in it, each mistake with its place as a JSON pointer (RFC 6901). Values
 * are not repeated, as they may name people. For one thread.
 */
public final class JsonReading {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<LocalizedText> problems = new ArrayList<>();

    /**
     * Parses the document.
     *
     * @param json the text
     * @return its outermost object
     * @throws ConfigurationException when it is no JSON object, with the line and the column
     */
    public JsonPart root(String json) {
        JsonNode node;
        try {
            node = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            int line = at == null ? 1 : at.getLineNr();
            int column = at == null ? 1 : at.getColumnNr();
            // the parser's message may quote the document
            throw new ConfigurationException(List.of(LocalizedText.of(
                    "Satır " + line + ", sütun " + column
                            + ": geçerli JSON değil (yazım yanlışı ya da yinelenen alan olabilir).",
                    "Line " + line + ", column " + column + ": not valid JSON (a slip, or a field given twice).")));
        }
        if (node == null || !node.isObject()) {
            throw new ConfigurationException(
                    List.of(LocalizedText.of("Belge bir JSON nesnesi olmalı.", "The document must be a JSON object.")));
        }
        return new JsonPart(this, "", node);
    }

    /**
     * Notes a mistake.
     *
     * @param place JSON pointer
     * @param tr what is wrong, in Turkish
     * @param en what is wrong, in English
     */
    public void problem(String place, String tr, String en) {
        String where = place.isEmpty() ? "/" : place;
        problems.add(LocalizedText.of(where + ": " + tr, where + ": " + en));
    }

    /**
     * Ends the reading.
     *
     * @throws ConfigurationException when anything was wrong, with all of it
     */
    public void refuseMistakes() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    /** The value, which is there as {@link #refuseMistakes()} did not throw. */
    public static <T> T sound(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a part that is missing was not reported");
        }
        return value;
    }
}
