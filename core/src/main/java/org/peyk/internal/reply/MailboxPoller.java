package org.peyk.internal.reply;

import java.time.Duration;
import org.peyk.internal.thread.PeriodicThread;

/**
 * Reads the mailboxes every now and then, on a thread of its own. No scheduled task is needed for it: the cursors in the store say what is
 * still to be read, and a mailbox's row keeps a second node from reading it at the same time.
 */
public final class MailboxPoller implements AutoCloseable {

    public static final Duration INTERVAL = Duration.ofSeconds(60);

    private final ReplyIntake intake;
    private final PeriodicThread thread;

    /**
     * Makes a poller that is not started.
     *
     * @param interval from the end of one poll to the beginning of the next; positive
     */
    public MailboxPoller(ReplyIntake intake, Duration interval) {
        this.intake = intake;
        this.thread = new PeriodicThread("peyk-mailboxes", interval, intake::poll);
    }

    /** Starts to read at once; does nothing when there is no mailbox. */
    public void start() {
        if (!intake.idle()) {
            thread.start();
        }
    }

    /** Stops after the page that is being read, or interrupts a mailbox that takes too long. */
    @Override
    public void close() {
        thread.close();
    }
}
