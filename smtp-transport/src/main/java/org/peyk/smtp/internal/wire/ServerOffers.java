package org.peyk.smtp.internal.wire;

import org.jspecify.annotations.Nullable;
import org.peyk.smtp.DeliveryReports;
import org.peyk.smtp.SmtpConfig;

/** What the server offered in EHLO, as far as it is wanted. */
final class ServerOffers {
    private final SmtpConfig config;
    private final AngusLink link;

    ServerOffers(SmtpConfig config, AngusLink link) {
        this.config = config;
        this.link = link;
    }

    boolean supports(String extension) {
        return link.supportsExtension(extension);
    }

    /** The reports of delivery to ask for, or null where none are wanted or the server does not offer them. */
    @Nullable
    DeliveryReports reports() {
        return supports("DSN") ? config.extensions().reports() : null;
    }

    /** Whether the commands of an envelope may leave together. */
    boolean groupsEnvelopes() {
        return config.pipelining().groupsEnvelopes() && supports("PIPELINING");
    }

    /** How many whole messages may be in flight at a time (RFC 3030), or 0 where that is not wanted or not offered. */
    int chunkWindow() {
        return groupsEnvelopes() && supports("CHUNKING") ? config.extensions().chunkWindow() : 0;
    }

    /** The largest message the server takes (RFC 1870), or {@link Long#MAX_VALUE} when it says nothing about it. */
    long sizeLimit() {
        String parameter = link.getExtensionParameter("SIZE");
        if (parameter == null || !parameter.matches("[1-9]\\d{0,17}")) {
            return Long.MAX_VALUE;
        }
        return Long.parseLong(parameter);
    }
}
