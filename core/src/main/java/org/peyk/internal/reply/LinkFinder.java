package org.peyk.internal.reply;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.SignedReturnPath;
import org.peyk.internal.store.ReplyRows;
import org.peyk.internal.store.ReplyRows.DeliveryLookup;
import org.peyk.spi.mailbox.IncomingMail;

/**
 * Finds the messages that the mails of a page are about: by the signed return path they came to, which cannot be made up, else by the
 * Message-IDs they refer to. Where return paths are signed, a report that came to none of them says nothing about an address: it may have
 * been written by anybody who got the mail.
 */
final class LinkFinder {

    /** A long thread refers to many mails; ours is among the nearest. */
    private static final int REFERENCES = 50;

    private final @Nullable SignedReturnPath signed;
    private final Map<String, DeliveryLookup> byMessageId;
    private final Map<Long, DeliveryLookup> byReturnPath;

    private LinkFinder(
            @Nullable SignedReturnPath signed,
            Map<String, DeliveryLookup> byMessageId,
            Map<Long, DeliveryLookup> byReturnPath) {
        this.signed = signed;
        this.byMessageId = byMessageId;
        this.byReturnPath = byReturnPath;
    }

    static LinkFinder of(Connection c, List<IncomingMail> mails, @Nullable SignedReturnPath signed)
            throws SQLException {
        Set<Long> rows = new LinkedHashSet<>();
        for (IncomingMail mail : mails) {
            OptionalLong row = row(mail, signed);
            if (row.isPresent()) {
                rows.add(row.getAsLong());
            }
        }
        return new LinkFinder(
                signed,
                ReplyRows.deliveries(
                        c,
                        mails.stream()
                                .flatMap(m -> m.references().stream().limit(REFERENCES))
                                .distinct()
                                .toList()),
                ReplyRows.deliveriesById(c, List.copyOf(rows)));
    }

    private static OptionalLong row(IncomingMail mail, @Nullable SignedReturnPath signed) {
        if (signed != null) {
            for (String address : mail.recipients()) {
                OptionalLong row = signed.delivery(address);
                if (row.isPresent()) {
                    return row;
                }
            }
        }
        return OptionalLong.empty();
    }

    Optional<ReplyLink> find(IncomingMail mail) {
        OptionalLong row = row(mail, signed);
        DeliveryLookup delivery = row.isPresent() ? byReturnPath.get(row.getAsLong()) : null;
        if (delivery != null) {
            return Optional.of(ReplyLink.signed(delivery, mail.reports()));
        }
        Optional<ReplyLink> link = ReplyLink.find(mail, byMessageId);
        return signed == null ? link : link.map(ReplyLink::unsigned);
    }
}
