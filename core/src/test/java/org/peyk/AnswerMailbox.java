package org.peyk;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.mailbox.AnswerMail;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.mailbox.MailboxCursor;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.mailbox.MailboxPage;

/** A mailbox of answers in memory. */
final class AnswerMailbox implements Mailbox {

    private final String name;
    private final List<IncomingMail> mails = new ArrayList<>();
    private final Map<String, AnswerMail> answers = new HashMap<>();
    boolean broken;
    /** The key of a mail that cannot be opened for a reason nobody foresaw. */
    @Nullable
    String poisoned;

    int opened;

    AnswerMailbox(String name) {
        this.name = name;
    }

    /** An answer arrives; by itself it refers to what it was sent for. */
    synchronized void arrive(IncomingKind kind, String inReplyTo, AnswerMail answer, Instant at) {
        String key = String.valueOf(mails.size());
        mails.add(new IncomingMail(
                new MailKey(key),
                String.format(Locale.ROOT, "%064x", mails.size() + 1),
                at,
                kind,
                List.of("<baska@ornek.org>", inReplyTo),
                List.of(),
                answer.sender(),
                List.of()));
        answers.put(
                key,
                new AnswerMail(
                        answer.sender(),
                        answer.authentication(),
                        answer.automatic(),
                        answer.forwarded(),
                        answer.text(),
                        answer.html(),
                        List.of("<baska@ornek.org>", inReplyTo)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public synchronized MailboxPage read(@Nullable MailboxCursor after, int limit) {
        int from = after == null ? 0 : Integer.parseInt(after.value());
        int to = Math.min(mails.size(), from + limit);
        return new MailboxPage(mails.subList(from, to), new MailboxCursor(String.valueOf(to)), to < mails.size());
    }

    @Override
    public InputStream open(MailKey key) {
        return new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public synchronized Optional<AnswerMail> answer(MailKey key) throws MailboxException {
        opened++;
        if (key.value().equals(poisoned)) {
            throw new IllegalStateException("poisoned");
        }
        if (broken) {
            throw new MailboxException("IMAP-DOWN", LocalizedText.of("Yanıt yok.", "No answer."), null);
        }
        return Optional.ofNullable(answers.get(key.value()));
    }
}
