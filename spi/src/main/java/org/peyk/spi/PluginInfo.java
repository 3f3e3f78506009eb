package org.peyk.spi;

import org.jspecify.annotations.Nullable;

/**
 * A plugin's name and version, as they appear in logs and in the audit trail.
 *
 * @param name a stable name, such as {@code kvkk} or {@code smtp}
 * @param version the plugin's version, or {@code unknown}
 */
public record PluginInfo(String name, String version) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException when a part is blank or holds a control character
     */
    public PluginInfo {
        Texts.requireLine(name, "name");
        Texts.requireLine(version, "version");
    }

    /**
     * Derives the information from a class: its simple name, and the implementation version of its package.
     *
     * @param type the plugin's class
     * @return its information
     */
    public static PluginInfo of(Class<?> type) {
        String name = type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
        @Nullable String version = type.getPackage().getImplementationVersion();
        return new PluginInfo(name, version == null || version.isBlank() ? "unknown" : version);
    }
}
