package org.peyk.internal.plugin;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import org.peyk.spi.Plugin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds plugins: those the builder was given first, then those on the path. A plugin that cannot be loaded is reported by name and does not
 * take the others down.
 *
 * @param <P> the plugin kind
 * @param plugins the plugins that can be used, the builder's first
 * @param broken what could not be loaded, as the loader says it
 */
public record Discovery<P extends Plugin>(List<P> plugins, List<String> broken) {

    private static final Logger log = LoggerFactory.getLogger(Discovery.class);

    /** A loader that fails at every step must not be asked for ever. */
    private static final int MOST_FAILURES = 100;

    public Discovery {
        plugins = List.copyOf(plugins);
        broken = List.copyOf(broken);
    }

    /**
     * Adds what a loader finds to what is given.
     *
     * @param loader a service loader of this module; the class is not loaded before it is asked
     * @param given the builder's plugins
     * @param off names of classes that are switched off
     */
    public static <P extends Plugin> Discovery<P> of(ServiceLoader<P> loader, List<P> given, Set<String> off) {
        List<P> found = new ArrayList<>(given);
        List<String> broken = new ArrayList<>();
        Iterator<ServiceLoader.Provider<P>> providers = loader.stream().iterator();
        while (broken.size() < MOST_FAILURES) {
            try {
                if (!providers.hasNext()) {
                    break;
                }
                ServiceLoader.Provider<P> provider = providers.next();
                Class<? extends P> type = provider.type();
                if (off.contains(type.getName())) {
                    log.info("Plugin {} is switched off by configuration", type.getName());
                } else if (given.stream().noneMatch(g -> g.getClass() == type)) {
                    P plugin = provider.get();
                    found.add(plugin);
                    log.info(
                            "Plugin {} {} found on the path and switched on",
                            plugin.info().name(),
                            plugin.info().version());
                }
            } catch (ServiceConfigurationError e) {
                broken.add(String.valueOf(e.getMessage()));
                log.error("A plugin cannot be loaded: {}", e.getMessage());
            }
        }
        return new Discovery<>(found, broken);
    }

    /** Only what is given; nothing is searched. */
    public static <P extends Plugin> Discovery<P> only(List<P> given) {
        return new Discovery<>(given, List.of());
    }
}
