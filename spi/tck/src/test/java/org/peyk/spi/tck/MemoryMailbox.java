package org.peyk.spi.tck;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.mailbox.AnswerMail;
import org.peyk.spi.mailbox.IncomingMail;
import org.peyk.spi.mailbox.MailKey;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.spi.mailbox.MailboxCursor;
import org.peyk.spi.mailbox.MailboxException;
import org.peyk.spi.mailbox.MailboxPage;

/** A mailbox over a list of mails: right in everything, but for one defect. */
final class MemoryMailbox implements Mailbox {

    /** How the server answers. */
    enum Server {
        READY,
        UNREACHABLE,
        STUCK
    }

    private static final AtomicInteger INSTANCES = new AtomicInteger();

    private final List<byte[]> account;
    private final Server server;
    private final MailboxDefect defect;
    private final MailSorter sorter;
    private final int instance = INSTANCES.incrementAndGet();
    private final AtomicInteger calls = new AtomicInteger();

    /** Mails are named by their places in the list; a deleted one is left empty. */
    MemoryMailbox(List<byte[]> account, Server server, MailboxDefect defect) {
        this.account = account;
        this.server = server;
        this.defect = defect;
        this.sorter = new MailSorter(defect);
    }

    private boolean is(MailboxDefect other) {
        return defect == other;
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo("memory", is(MailboxDefect.INFO_CHANGES) ? "" + System.nanoTime() : "1");
    }

    @Override
    public String name() {
        return switch (defect) {
            case NAME_IS_AN_ADDRESS -> "donus@universite.example";
            case NAME_CHANGES -> "donus" + instance;
            default -> "donus";
        };
    }

    @Override
    public MailboxPage read(@Nullable MailboxCursor after, int limit) throws MailboxException, InterruptedException {
        if (limit < 1 && !is(MailboxDefect.PAGE_OF_NONE)) {
            throw new IllegalArgumentException("limit must be at least 1");
        }
        answers();
        synchronized (account) {
            int from = from(after);
            int most = is(MailboxDefect.GIVES_MORE_THAN_ASKED) ? limit + 1 : limit;
            int to = Math.min(account.size(), from + most);
            List<IncomingMail> mails = mails(from, to);
            boolean more = to < account.size();
            if (is(MailboxDefect.ALWAYS_MORE) || is(MailboxDefect.NEVER_MORE)) {
                more = is(MailboxDefect.ALWAYS_MORE);
            }
            boolean passes = account.isEmpty() && is(MailboxDefect.AN_EMPTY_MAILBOX_PASSES_THE_FIRST);
            String start = is(MailboxDefect.CURSOR_LIVES_IN_THE_INSTANCE) ? instance + ":" : "1:";
            return new MailboxPage(mails, new MailboxCursor(start + (passes ? 1 : to)), more);
        }
    }

    private List<IncomingMail> mails(int from, int to) throws MailboxException {
        List<IncomingMail> mails = new ArrayList<>();
        for (int i = from; i < to; i++) {
            IncomingMail mail = sorter.sort(i, account.get(i));
            if (mail != null) {
                mails.add(mail);
            }
        }
        if (is(MailboxDefect.LOSES_THE_LAST_OF_A_PAGE) && mails.size() > 1) {
            mails.remove(mails.size() - 1);
        }
        if (is(MailboxDefect.NEWEST_FIRST)) {
            Collections.reverse(mails);
        }
        return mails;
    }

    /** A cursor that is none begins anew. */
    private int from(@Nullable MailboxCursor after) throws MailboxException {
        if (after == null) {
            return 0;
        }
        String start = is(MailboxDefect.CURSOR_LIVES_IN_THE_INSTANCE) ? instance + ":" : "1:";
        if (!after.value().startsWith(start)) {
            return is(MailboxDefect.A_STRANGE_CURSOR_PASSES_ALL) ? account.size() : 0;
        }
        int from = Integer.parseInt(after.value().substring(start.length()));
        return from > 0 && is(MailboxDefect.GIVES_THE_LAST_AGAIN) ? from - 1 : from;
    }

    private void answers() throws MailboxException, InterruptedException {
        if (is(MailboxDefect.ONE_CALL_AT_A_TIME) && calls.incrementAndGet() > 10) {
            throw failure("MEMORY-BUSY");
        }
        if (server == Server.UNREACHABLE && !is(MailboxDefect.EMPTY_WHEN_UNREACHABLE)) {
            throw failure("MEMORY-CONNECT");
        }
        if (server == Server.STUCK) {
            CountDownLatch never = new CountDownLatch(1);
            while (is(MailboxDefect.STUCK_FOR_GOOD)) {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    // the defect: goes on waiting
                }
            }
            never.await();
        }
        if (is(MailboxDefect.SWALLOWS_INTERRUPTS)) {
            Thread.interrupted();
        }
    }

    private MailboxException failure(String code) {
        String shown = is(MailboxDefect.SHOWS_ITS_ADDRESS) ? " donus@universite.example" : "";
        return new MailboxException(
                code, LocalizedText.of("Posta kutusu okunamadı." + shown, "The mailbox cannot be read." + shown), null);
    }

    @Override
    public InputStream open(MailKey key) throws MailboxException {
        synchronized (account) {
            byte[] mail = mail(key.value());
            if (mail == null) {
                if (is(MailboxDefect.OPENS_WHAT_IS_NOT_THERE)) {
                    return InputStream.nullInputStream();
                }
                throw failure("MEMORY-GONE");
            }
            if (is(MailboxDefect.DELETES_WHAT_IT_OPENED)) {
                account.set(
                        Integer.parseInt(key.value()),
                        "From: x\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
            if (is(MailboxDefect.OPENS_THE_BODY_ALONE)) {
                return new ByteArrayInputStream(MailText.of(mail).body());
            }
            int most = is(MailboxDefect.CUTS_LARGE_MAILS) ? 1_000_000 : mail.length;
            return new ByteArrayInputStream(Arrays.copyOf(mail, Math.min(most, mail.length)));
        }
    }

    @Override
    public Optional<AnswerMail> answer(MailKey key) throws MailboxException {
        if (is(MailboxDefect.TELLS_NOTHING) || (key == null && is(MailboxDefect.JUDGES_NULL))) {
            return Optional.empty();
        }
        synchronized (account) {
            byte[] mail = mail(key.value());
            if (mail == null) {
                if (is(MailboxDefect.JUDGES_WHAT_IS_NOT_THERE)) {
                    return Optional.empty();
                }
                throw failure("MEMORY-GONE");
            }
            if (is(MailboxDefect.DELETES_WHAT_IT_JUDGED)) {
                account.set(Integer.parseInt(key.value()), new byte[0]);
            }
            return Optional.of(new AnswerJudge(defect).judge(mail));
        }
    }

    private byte @Nullable [] mail(String key) {
        String place = is(MailboxDefect.KEY_NAMES_THE_SENDER) ? key.substring(key.lastIndexOf(' ') + 1) : key;
        if (!place.matches("[0-9]{1,6}")) {
            return null;
        }
        int i = Integer.parseInt(place);
        return i < account.size() ? account.get(i) : null;
    }
}
