package org.peyk.spi;

/**
 * What every plugin of Peyk can say about itself.
 *
 * <p>Plugins are given to the process by its builder, or found by {@link java.util.ServiceLoader}. A plugin found that way needs a
 * public constructor without parameters. Methods may be called from several threads at once unless an interface says otherwise.
 */
public interface Plugin {

    /**
     * Says who this plugin is, for logs, audit and error messages. Called often; must be cheap and must not fail.
     *
     * @return name and version; by default the class name, and the version of the package or module it lives in
     */
    default PluginInfo info() {
        return PluginInfo.of(getClass());
    }
}
