package org.peyk;

/** How the log of a relay is written. */
public enum RelayLogFormat {
    /** Lines of Postfix, as syslog or journald keep them: {@code cleanup} names the Message-ID, {@code qmgr}, {@code smtp} and others the rest. */
    POSTFIX,
    /**
     * Lines of a Message-ID and a word, separated by a comma, a semicolon or a tab, as a postmaster answers a list of Message-IDs: {@code sent},
     * {@code delivered}, {@code queued}, {@code deferred} (the relay has it), {@code bounced}, {@code expired} (it had it and gave it
     * back), {@code absent}, {@code rejected} (it never took it). A heading is skipped.
     */
    CSV
}
