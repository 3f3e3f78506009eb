package org.peyk.internal.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.ReasonCode;
import org.peyk.internal.answer.AnswerParser.Verdict;
import org.peyk.internal.approval.Standings;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.AnswerKeyRows.AnswerKey;
import org.peyk.internal.store.AnswerRows.Answer;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.Store;
import org.peyk.spi.PersonId;
import org.peyk.spi.directory.Directory;
import org.peyk.spi.directory.DirectoryException;
import org.peyk.spi.directory.Person;
import org.peyk.spi.mailbox.AnswerMail;
import org.peyk.spi.mailbox.IncomingKind;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.mailbox.SenderAuthentication;

/** Judges what an answer may decide: who wrote it, whether its key holds, and what it says. Changes nothing. */
public final class AnswerJudge {

    private final Store store;
    private final RequestCommands commands;
    private final AnswerKeys keys;
    private final Directory directory;
    private final SharedAddress shared;
    private final Standings standings;
    private final List<Mailbox> mailboxes;
    private final boolean authenticated;
    private final String office;

    /**
     * Makes the judge.
     *
     * @param authenticated whether the sender must be authenticated
     * @param office name in which approval mails are sent, which answers may greet
     */
    public AnswerJudge(
            Store store,
            RequestCommands commands,
            AnswerKeys keys,
            Directory directory,
            List<Mailbox> mailboxes,
            boolean authenticated,
            String office) {
        this.store = store;
        this.commands = commands;
        this.keys = keys;
        this.directory = directory;
        this.shared = new SharedAddress(directory);
        this.standings = new Standings(directory);
        this.mailboxes = List.copyOf(mailboxes);
        this.authenticated = authenticated;
        this.office = office;
    }

    /**
     * What an answer shall come to.
     *
     * @param outcome what it comes to, if the command is accepted or there is none
     * @param command what it decides, or null when nothing
     */
    record Judged(AnswerOutcome outcome, @Nullable Function<MailRequest, Command> command) {

        static Judged nothing(AnswerOutcome outcome) {
            return new Judged(outcome, null);
        }
    }

    /** Whether a mailbox is one of this process. */
    boolean reads(String mailbox) {
        return mailboxes.stream().anyMatch(m -> m.name().equals(mailbox));
    }

    Judged judge(Answer a, AnswerKey key, Instant now) throws InterruptedException {
        if (a.mail().kind() != IncomingKind.HUMAN_REPLY) {
            return Judged.nothing(AnswerOutcome.AUTOMATIC);
        }
        Optional<AnswerMail> opened = open(a);
        if (opened.isEmpty()) {
            return Judged.nothing(AnswerOutcome.UNREADABLE);
        }
        AnswerMail mail = opened.get();
        if (!proves(mail, key)) {
            return Judged.nothing(AnswerOutcome.FORGED);
        }
        Optional<Person> person = find(key.person());
        AnswerOutcome doubt = doubt(mail, person.orElse(null), key);
        if (doubt != null) {
            return Judged.nothing(doubt);
        }
        if (key.usedAt() != null) {
            return Judged.nothing(AnswerOutcome.REPEATED);
        }
        if (!now.isBefore(key.expiresAt())) {
            return Judged.nothing(AnswerOutcome.EXPIRED);
        }
        Verdict v = AnswerParser.read(mail.text(), mail.html(), names(key, person.orElseThrow()));
        return v.outcome() == AnswerOutcome.UNCLEAR
                ? Judged.nothing(AnswerOutcome.UNCLEAR)
                : new Judged(v.outcome(), r -> command(r, key, v, now));
    }

    /**
     * Whether the mail itself holds the key under which it was taken in, with a signature over what the key is bound to. The row that was
     * written when it came proves nothing: whoever can write the store could give an old answer the key of another text.
     */
    private boolean proves(AnswerMail mail, AnswerKey key) {
        return store.read(c -> keys.find(c, mail.references()))
                .filter(k -> k.nonce().equals(key.nonce())
                        && k.request().equals(key.request())
                        && k.digest().equals(key.digest())
                        && k.person().equals(key.person())
                        && k.expiresAt().equals(key.expiresAt()))
                .isPresent();
    }

    /** Why a mail may not be the person's own decision; null when it may. */
    private @Nullable AnswerOutcome doubt(AnswerMail mail, @Nullable Person person, AnswerKey key) {
        if (mail.automatic()) {
            return AnswerOutcome.AUTOMATIC;
        } else if (mail.forwarded()) {
            return AnswerOutcome.FORWARDED;
        } else if (person == null
                || person.address() == null
                || !sameAddress(mail.sender(), person.address())
                || shared(commands.load(key.request()), person)) {
            return AnswerOutcome.OTHER_ADDRESS;
        } else if (mail.authentication() == SenderAuthentication.FAIL
                || (authenticated && mail.authentication() != SenderAuthentication.PASS)) {
            return AnswerOutcome.NOT_AUTHENTICATED;
        }
        return null;
    }

    /**
     * Letter by letter, but for the case of ASCII letters. Not with the folding that finds one mailbox written in two ways: there ı and i are
     * one, and somebody could own a domain that differs in them alone.
     */
    static boolean sameAddress(@Nullable String a, String b) {
        return a != null && lower(a.strip()).equals(lower(b.strip()));
    }

    private static String lower(String s) {
        StringBuilder lower = new StringBuilder(s.length());
        s.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return lower.toString();
    }

    private boolean shared(MailRequest r, Person person) {
        try {
            return shared.withToucher(r, person);
        } catch (DirectoryException e) {
            throw new PeykException(ErrorCode.PLUGIN_FAILED, e.text(), e);
        }
    }

    private Command command(MailRequest r, AnswerKey key, Verdict v, Instant now) {
        if (!r.digest().equals(key.digest())) {
            throw new PeykException(ErrorCode.APPROVAL_STALE, null);
        }
        // somebody may have touched it since the mail was judged
        if (find(key.person()).filter(p -> !shared(r, p)).isEmpty()) {
            throw new PeykException(ErrorCode.APPROVER_TOUCHED, null);
        }
        List<Command.Standing> may = standings.of(r, key.person(), now);
        return switch (v.outcome()) {
            case APPROVED -> new Command.Approve(key.digest(), may);
            case REJECTED -> new Command.Reject(ReasonCode.OTHER, v.note(), may);
            default -> new Command.RequestChanges(ReasonCode.OTHER, v.note(), may);
        };
    }

    private Optional<AnswerMail> open(Answer a) throws InterruptedException {
        for (Mailbox m : mailboxes) {
            if (m.name().equals(a.mailbox())) {
                try {
                    return m.answer(a.mail().key());
                } catch (MailboxException | RuntimeException e) {
                    throw new PeykException(
                            ErrorCode.PLUGIN_FAILED,
                            e instanceof MailboxException x ? x.text() : ErrorCode.PLUGIN_FAILED.text(),
                            e);
                }
            }
        }
        return Optional.empty();
    }

    private List<String> names(AnswerKey key, Person person) {
        List<String> names = new ArrayList<>(List.of(office, person.displayName()));
        PersonId requester = commands.load(key.request()).requester().person();
        find(requester).map(Person::displayName).ifPresent(names::add);
        return names;
    }

    private Optional<Person> find(PersonId id) {
        try {
            return directory.find(id);
        } catch (DirectoryException e) {
            throw new PeykException(ErrorCode.PLUGIN_FAILED, e.text(), e);
        }
    }
}
