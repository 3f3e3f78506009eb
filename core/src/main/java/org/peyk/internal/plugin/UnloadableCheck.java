package org.peyk.internal.plugin;

import java.util.List;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.check.CheckContext;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Finding;

/** Stands in for a content check that is on the path but cannot be loaded: nothing is submitted past it. */
public final class UnloadableCheck implements ContentCheck {

    @Override
    public PluginInfo info() {
        return new PluginInfo("unloadable", "unknown");
    }

    @Override
    public List<Finding> check(CheckContext context) throws Exception {
        throw new IllegalStateException("a content check on the path could not be loaded; see the log of the start");
    }
}
