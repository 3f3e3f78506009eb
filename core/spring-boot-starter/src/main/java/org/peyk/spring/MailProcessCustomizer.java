package org.peyk.spring;

import org.peyk.MailProcessBuilder;

/** A bean that changes how the mail process is put together, after everything else was set. */
@FunctionalInterface
public interface MailProcessCustomizer {

    /**
     * Changes settings.
     *
     * @param builder the builder, with beans and properties already in it
     */
    void customize(MailProcessBuilder builder);
}
