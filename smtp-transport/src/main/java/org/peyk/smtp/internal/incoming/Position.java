package org.peyk.smtp.internal.incoming;

import org.jspecify.annotations.Nullable;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.mailbox.MailboxCursor;

/**
 * A place in a folder: UIDs only grow while UIDVALIDITY stays (RFC 9051 section 2.3.1.1).
 *
 * @param validity the folder's UIDVALIDITY
 * @param uid the mail's UID
 */
record Position(long validity, long uid) {

    static MailboxCursor cursor(long validity, long uid) {
        return new MailboxCursor(validity + ":" + uid);
    }

    static MailKey key(long validity, long uid) {
        return new MailKey(validity + ":" + uid);
    }

    /** The last UID that was read, or 0 when the cursor is of another life of the folder. */
    static long lastUid(@Nullable MailboxCursor cursor, long validity) {
        Position position = cursor == null ? null : parse(cursor.value());
        return position == null || position.validity != validity ? 0 : position.uid;
    }

    static @Nullable Position of(MailKey key) {
        return parse(key.value());
    }

    private static @Nullable Position parse(String value) {
        if (!value.matches("\\d{1,18}:\\d{1,18}")) {
            return null;
        }
        int colon = value.indexOf(':');
        return new Position(Long.parseLong(value.substring(0, colon)), Long.parseLong(value.substring(colon + 1)));
    }
}
