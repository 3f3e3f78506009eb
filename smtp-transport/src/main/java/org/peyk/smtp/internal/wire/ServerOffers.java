package org.peyk.smtp.internal.wire;

import org.jspecify.annotations.Nullable;
import org.peyk.smtp.DeliveryReports;
import org.peyk.smtp.SmtpConfig;

/** What the server offered in EHLO, as far as it is wanted. */
final class ServerOffers {
    private final boolean international;
    private final boolean size;
    private final boolean groups;
    private final int chunkWindow;
    private final long sizeLimit;
    private final @Nullable DeliveryReports reports;

    /** Reads the offers once: each message asks for several of them. */
    ServerOffers(SmtpConfig config, AngusLink link) {
        this.international = link.supportsExtension("SMTPUTF8");
        this.size = link.supportsExtension("SIZE");
        this.groups = config.pipelining().groupsEnvelopes() && link.supportsExtension("PIPELINING");
        this.chunkWindow = groups && link.supportsExtension("CHUNKING")
                ? config.extensions().chunkWindow()
                : 0;
        this.sizeLimit = sizeLimit(link.getExtensionParameter("SIZE"));
        this.reports = link.supportsExtension("DSN") ? config.extensions().reports() : null;
    }

    /** Whether addresses beyond ASCII may be named (RFC 6531). */
    boolean international() {
        return international;
    }

    /** Whether the size may be named with the sender (RFC 1870). */
    boolean size() {
        return size;
    }

    /** The reports of delivery to ask for, or null where none are wanted or the server does not offer them. */
    @Nullable
    DeliveryReports reports() {
        return reports;
    }

    /** Whether the commands of an envelope may leave together. */
    boolean groupsEnvelopes() {
        return groups;
    }

    /** How many whole messages may be in flight at a time (RFC 3030), or 0 where that is not wanted or not offered. */
    int chunkWindow() {
        return chunkWindow;
    }

    /** The largest message the server takes (RFC 1870), or {@link Long#MAX_VALUE} when it says nothing about it. */
    long sizeLimit() {
        return sizeLimit;
    }

    private static long sizeLimit(@Nullable String parameter) {
        if (parameter == null || !parameter.matches("[1-9]\\d{0,17}")) {
            return Long.MAX_VALUE;
        }
        return Long.parseLong(parameter);
    }
}
