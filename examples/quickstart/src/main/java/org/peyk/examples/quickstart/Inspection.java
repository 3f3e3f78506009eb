package org.peyk.examples.quickstart;

import com.icegreen.greenmail.store.FolderException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.peyk.DeliveryState;
import org.peyk.LedgerCounts;
import org.peyk.LedgerRow;
import org.peyk.examples.quickstart.PostOffice.Received;
import org.peyk.examples.quickstart.ReceivedMail.Seen;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;

/** Opens every message that the server took and holds it against the ledger, the list and the approved text. */
final class Inspection {

    private final Stage stage;
    private final ListCount list;
    private final Map<String, Seen> bodies = new HashMap<>();
    private final Map<String, String> subjects = new HashMap<>();

    Inspection(Stage stage, ListCount list) {
        this.stage = stage;
        this.list = list;
    }

    void run() throws FolderException, MessagingException, IOException {
        List<Received> received = stage.post().received();
        LedgerCounts counts =
                stage.process().sending().progress(stage.request().id()).counts();
        List<LedgerRow> rows = Ledger.rows(stage.process(), stage.request().id(), DeliveryState.SENT);
        Claims claims = stage.claims();

        claims.check(
                received.size() == rows.size() && received.size() == counts.of(DeliveryState.SENT),
                Line.CLAIM_COUNT,
                received.size(),
                counts.of(DeliveryState.SENT));

        boolean alone = true;
        Set<String> messageIds = new HashSet<>();
        Set<String> mailboxes = new HashSet<>();
        Map<String, Long> asApproved = new TreeMap<>();
        for (Received r : received) {
            ReceivedMail mail = new ReceivedMail(r.message());
            String recipient = ListCount.fold(r.recipient());
            alone &= mailboxes.add(recipient) && alone(mail, recipient);
            messageIds.add(mail.messageId());
            String language = language(mail, list.languages().get(recipient));
            if (language != null) {
                asApproved.merge(language, 1L, Long::sum);
            }
        }
        claims.check(alone, Line.CLAIM_ONE_RECIPIENT);
        claims.check(
                messageIds.size() == received.size()
                        && messageIds.equals(
                                rows.stream().map(LedgerRow::messageId).collect(Collectors.toSet())),
                Line.CLAIM_MESSAGE_IDS);
        claims.check(
                asApproved.equals(list.readers()),
                Line.CLAIM_TEXT,
                asApproved.getOrDefault("tr", 0L),
                asApproved.getOrDefault("en", 0L));
        claims.check(counts.planned() == counts.total(), Line.CLAIM_BALANCED, counts.planned(), counts.total());
        claims.check(
                counts.planned() == list.people()
                        && counts.folded() == list.folded()
                        && counts.rejected() == list.rejected()
                        && list.people() + list.folded() + list.rejected() == list.rows(),
                Line.CLAIM_LIST,
                list.people(),
                list.folded(),
                list.rejected());
    }

    /** Whether the header names this recipient, and besides the sender's own addresses nobody. */
    private static boolean alone(ReceivedMail mail, String recipient) throws MessagingException {
        List<String> to = mail.recipients();
        Set<String> others = mail.headerAddresses();
        others.removeAll(
                Set.of(recipient, TheRequest.SENDER, TheRequest.REPLY_ADDRESS, ListCount.fold(bare(mail.messageId()))));
        return to.size() == 1 && ListCount.fold(to.get(0)).equals(recipient) && others.isEmpty();
    }

    private static String bare(String messageId) {
        return messageId.substring(1, messageId.length() - 1);
    }

    /** The language a message is in, when its reader reads that and everything is as approved; else null. */
    private @Nullable String language(ReceivedMail mail, @Nullable String reads)
            throws MessagingException, IOException {
        if (reads == null) {
            return null;
        }
        Content approved = stage.request().form().content();
        LanguageVersion version =
                approved.versionFor(Locale.forLanguageTag(reads)).orElseThrow();
        String digest = mail.bodyDigest();
        Seen seen = bodies.get(digest);
        if (seen == null) {
            seen = mail.seen();
            bodies.put(digest, seen);
        }
        String encoded = mail.encodedSubject();
        String subject = subjects.get(encoded);
        if (subject == null) {
            subject = ReceivedMail.decoded(encoded);
            subjects.put(encoded, subject);
        }
        boolean same = version.subject().equals(subject)
                && normal(version.text()).equals(normal(seen.text()))
                && Objects.equals(normalOrNull(version.html()), normalOrNull(seen.html()))
                && seen.files()
                        .equals(approved.attachments().stream()
                                .map(a -> a.fileName() + " " + a.sha256())
                                .toList());
        return same ? reads : null;
    }

    private static @Nullable String normalOrNull(@Nullable String text) {
        return text == null ? null : normal(text);
    }

    /** Mail ends its lines in its own way and cannot say whether the last one ended. */
    private static String normal(String text) {
        return text.replace("\r\n", "\n").stripTrailing();
    }
}
