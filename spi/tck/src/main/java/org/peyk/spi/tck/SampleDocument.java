package org.peyk.spi.tck;

import java.util.ArrayList;
import java.util.List;
import org.peyk.spi.ByteSource;
import org.peyk.spi.document.DocumentInput;

/**
 * A document of a reader's kind, and what is in it.
 *
 * @param fileName its name, as its kind is usually named
 * @param mediaType its media type, or an empty text
 * @param bytes its bytes; whole and undamaged
 * @param visible pieces of text that a person sees; each within one paragraph, cell or item
 * @param hidden pieces of text that are in the file and that a person does not see without looking for them
 */
public record SampleDocument(
        String fileName, String mediaType, ByteSource bytes, List<String> visible, List<String> hidden) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException when no visible text is named, with which a check could not fail
     */
    public SampleDocument {
        visible = List.copyOf(visible);
        hidden = List.copyOf(hidden);
        if (visible.isEmpty()) {
            throw new IllegalArgumentException("a sample names at least one visible text");
        }
    }

    /**
     * A document without hidden text.
     *
     * @param fileName its name
     * @param mediaType its media type
     * @param bytes its bytes
     * @param visible pieces of text that a person sees
     * @return the sample
     */
    public static SampleDocument of(String fileName, String mediaType, ByteSource bytes, String... visible) {
        return new SampleDocument(fileName, mediaType, bytes, List.of(visible), List.of());
    }

    /**
     * The same document with hidden text declared.
     *
     * @param texts pieces of text that a person does not see
     * @return a new sample
     */
    public SampleDocument hiding(String... texts) {
        return new SampleDocument(fileName, mediaType, bytes, visible, List.of(texts));
    }

    DocumentInput input() {
        return new DocumentInput(fileName, mediaType, bytes);
    }

    DocumentInput input(ByteSource otherBytes) {
        return new DocumentInput(fileName, mediaType, otherBytes);
    }

    List<String> texts() {
        List<String> all = new ArrayList<>(visible);
        all.addAll(hidden);
        return all;
    }

    /**
     * Shows no text.
     *
     * @return the name
     */
    @Override
    public String toString() {
        return "SampleDocument[" + fileName + "]";
    }
}
