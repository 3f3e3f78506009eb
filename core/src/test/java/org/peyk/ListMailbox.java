package org.peyk;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.mailbox.MailboxCursor;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.mailbox.MailboxPage;

/** A mailbox that is a list; can be made to fail, to forget where it was, and to tell what it is asked. */
final class ListMailbox implements Mailbox {

    private final String name;
    private final List<IncomingMail> mails = new ArrayList<>();
    private int validity;
    int reads;
    boolean broken;

    @Nullable
    RuntimeException bug;

    @Nullable
    Runnable beforeRead;

    ListMailbox(String name) {
        this.name = name;
    }

    void receive(IncomingMail mail) {
        mails.add(mail);
    }

    /** As when a server gives its folder a new UIDVALIDITY: old cursors mean nothing, keys are new, the mails are the same. */
    void renumber() {
        validity++;
        mails.replaceAll(m -> new IncomingMail(
                new MailKey(validity + "/" + mails.indexOf(m)),
                m.fingerprint(),
                m.receivedAt(),
                m.kind(),
                m.references(),
                m.recipients(),
                m.sender(),
                m.reports()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public MailboxPage read(@Nullable MailboxCursor after, int limit) throws MailboxException {
        reads++;
        if (beforeRead != null) {
            beforeRead.run();
        }
        if (broken) {
            throw new MailboxException(
                    "IMAP-DOWN", LocalizedText.of("Sunucu yanıt vermiyor.", "The server does not answer."), null);
        }
        if (bug != null) {
            throw bug;
        }
        int from = 0;
        if (after != null && after.value().startsWith(validity + ":")) {
            from = Integer.parseInt(after.value().substring(after.value().indexOf(':') + 1));
        }
        int to = Math.min(mails.size(), from + limit);
        return new MailboxPage(mails.subList(from, to), new MailboxCursor(validity + ":" + to), to < mails.size());
    }

    @Override
    public InputStream open(MailKey key) throws MailboxException {
        for (IncomingMail m : mails) {
            if (m.key().equals(key)) {
                return new ByteArrayInputStream(("mail " + m.fingerprint()).getBytes(StandardCharsets.UTF_8));
            }
        }
        throw new MailboxException("IMAP-GONE", LocalizedText.of("İleti yok.", "The mail is gone."), null);
    }
}
