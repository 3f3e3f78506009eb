package org.peyk.smtp;

import org.jspecify.annotations.Nullable;

/** Settings from outside, for plugins that are found instead of built. */
final class Environment {

    private Environment() {}

    static @Nullable String value(String property, String variable) {
        String value = System.getProperty(property);
        if (value == null || value.isBlank()) {
            value = System.getenv(variable);
        }
        return value == null || value.isBlank() ? null : value;
    }
}
