package org.peyk.spi;

import java.lang.module.ModuleDescriptor;
import java.util.Optional;

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
     * Derives the information from a class: its simple name, and the version of its package or module.
     *
     * @param type the plugin's class
     * @return its information
     */
    public static PluginInfo of(Class<?> type) {
        String name = type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
        String version = type.getPackage().getImplementationVersion();
        if (version == null) {
            version = Optional.ofNullable(type.getModule().getDescriptor())
                    .flatMap(ModuleDescriptor::rawVersion)
                    .orElse("");
        }
        return new PluginInfo(name, version.isBlank() ? "unknown" : version);
    }
}
