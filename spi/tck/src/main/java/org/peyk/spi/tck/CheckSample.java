package org.peyk.spi.tck;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peyk.spi.RequestForm;
import org.peyk.spi.document.DocumentReading;

/**
 * A request form, and what a check must find in it.
 *
 * @param name what the sample is about, for messages of failed checks
 * @param form the form
 * @param readings what a reader finds in the form's files, by file name; a file that is missing here cannot be read
 * @param codes the codes of everything that must be found; empty for a form in which nothing must be found
 * @param secrets values that findings must not show, such as the numbers that are found
 */
public record CheckSample(
        String name, RequestForm form, Map<String, DocumentReading> readings, Set<String> codes, List<String> secrets) {

    /** Copies the collections. */
    public CheckSample {
        readings = Map.copyOf(readings);
        codes = Set.copyOf(codes);
        secrets = List.copyOf(secrets);
    }

    /**
     * A form in which nothing must be found.
     *
     * @param name what the sample is about
     * @param form the form
     * @return the sample
     */
    public static CheckSample clean(String name, RequestForm form) {
        return new CheckSample(name, form, Map.of(), Set.of(), List.of());
    }

    /**
     * A form in which something must be found.
     *
     * @param name what the sample is about
     * @param form the form
     * @param codes codes of all findings
     * @param secrets values that findings must not show
     * @return the sample
     */
    public static CheckSample dirty(String name, RequestForm form, Set<String> codes, String... secrets) {
        return new CheckSample(name, form, Map.of(), codes, List.of(secrets));
    }

    /**
     * The same sample with a file's reading.
     *
     * @param fileName name of one of the form's files
     * @param reading what a reader finds in it
     * @return a new sample
     */
    public CheckSample reading(String fileName, DocumentReading reading) {
        Map<String, DocumentReading> more = new HashMap<>(readings);
        more.put(fileName, reading);
        return new CheckSample(name, form, more, codes, secrets);
    }

    /**
     * Shows the name alone.
     *
     * @return the name
     */
    @Override
    public String toString() {
        return name;
    }
}
