package org.peyk.spi.tck;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peyk.spi.Plugin;
import org.peyk.spi.PluginInfo;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for a plugin of any kind. The other contracts contain this one. */
public interface PluginContract {

    /**
     * The plugin, for what all plugins have in common. The contracts of the kinds answer this from their own method.
     *
     * @return a plugin; closed by the contract when it can be closed
     */
    Plugin plugin();

    /**
     * How long a check waits for something that takes a moment when all is well. Only a check that fails waits that long.
     *
     * @return 30 seconds, unless overridden
     */
    default Duration patience() {
        return Duration.ofSeconds(30);
    }

    /**
     * How long the plugin may take to answer an interrupt or to wake when it is closed: what its documentation promises.
     *
     * @return 5 seconds, unless overridden
     */
    default Duration bound() {
        return Duration.ofSeconds(5);
    }

    /**
     * The plugin says who it is, the same each time and from any thread.
     *
     * @throws Exception when the check cannot be made
     */
    @Test
    default void saysWhoItIs() throws Exception {
        Plugin plugin = plugin();
        try {
            PluginInfo info = plugin.info();
            assertThat(info).as("info()").isNotNull();
            List<PluginInfo> others = Crowd.call(patience(), plugin::info);
            assertThat(others).as("info() from several threads").containsOnly(info);
        } finally {
            Crowd.close(plugin);
        }
    }
}
