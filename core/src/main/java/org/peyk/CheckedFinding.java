package org.peyk;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.check.Finding;

/**
 * A finding of one revision and what was decided about it.
 *
 * @param key names the finding; another text, place or revision has another key
 * @param check name of the check that found it
 * @param finding what was found, masked
 * @param release who let it pass and why, or null
 */
public record CheckedFinding(
        String key, String check, Finding finding, @Nullable FindingRelease release) {

    /**
     * Whether it still keeps the request from being submitted.
     *
     * @return whether it asks for something that was not done
     */
    public boolean open() {
        return release == null && finding.severity() != org.peyk.spi.check.Severity.INFO;
    }
}
