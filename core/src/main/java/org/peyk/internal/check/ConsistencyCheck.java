package org.peyk.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.check.CheckContext;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Finding;

/** What contradicts itself or cannot be read by everybody: dates, links, pictures. Built in; always on. */
final class ConsistencyCheck implements ContentCheck {

    private static final PluginInfo INFO = new PluginInfo("peyk-consistency", "1");

    @Override
    public PluginInfo info() {
        return INFO;
    }

    @Override
    public List<Finding> check(CheckContext context) {
        List<Finding> findings = new ArrayList<>();
        for (LanguageVersion v : context.request().form().content().versions()) {
            findings.addAll(DateFindings.of(v, context.request().form().details()));
            if (v.html() != null) {
                findings.addAll(HtmlFindings.of(v.language(), v.html()));
            }
        }
        return findings;
    }
}
