package org.peyk.spi.tck;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.tck.RemoteSide.Behaviour;

/** A connection to a {@link MemoryRemote}. Answers to ends are read apart, so that several may be outstanding. */
final class MemoryLine {

    /** An answer; code 0 is none that can be understood. */
    record Answer(int code, String text) {}

    /** The connection is gone. */
    static final class Dropped extends IOException {
        private static final long serialVersionUID = 1L;

        Dropped() {
            super("connection dropped");
        }
    }

    private static final long LATE_MILLIS = 60;

    private final MemoryRemote remote;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private Behaviour behaviour = Behaviour.ACCEPT;
    private boolean dropped;
    private boolean closed;

    MemoryLine(MemoryRemote remote) {
        this.remote = remote;
    }

    synchronized Answer recipient(String address) throws IOException {
        usable();
        behaviour = remote.behaviour(address);
        switch (behaviour) {
            case REFUSE_RECIPIENT:
                return new Answer(550, "5.1.1 <" + address + "> unknown");
            case DEFER_RECIPIENT:
                return new Answer(450, "4.2.0 <" + address + "> try later");
            case SHUT_DOWN_AT_RECIPIENT:
                dropped = true;
                return new Answer(421, "4.3.2 closing");
            case DROP_BEFORE_CONTENT:
                dropped = true;
                throw new Dropped();
            default:
                return new Answer(250, "2.1.5 ok");
        }
    }

    synchronized void content() throws IOException {
        usable();
        if (behaviour == Behaviour.DROP_IN_CONTENT) {
            dropped = true;
            throw new Dropped();
        }
    }

    synchronized void end(String messageId, byte[] message) throws IOException {
        usable();
        switch (behaviour) {
            case DEFER_AFTER_END -> answers.add(new Answer(451, "4.3.0 not now"));
            case REFUSE_AFTER_END -> answers.add(new Answer(554, "5.6.0 not this"));
            case LOSE_AND_DROP -> dropped = true;
            case TAKE_AND_DROP -> {
                remote.take(messageId, message);
                dropped = true;
            }
            case TAKE_AND_ANSWER_GARBAGE -> {
                remote.take(messageId, message);
                answers.add(new Answer(0, "tamam"));
            }
            case TAKE_AND_STAY_SILENT -> remote.take(messageId, message);
            default -> {
                remote.take(messageId, message);
                answers.add(new Answer(250, "2.0.0 taken"));
            }
        }
        notifyAll();
    }

    /** Waits for the answer to the oldest end; null when it does not come in time. */
    synchronized @Nullable Answer answer(long millis) throws IOException, InterruptedException {
        if (behaviour == Behaviour.ACCEPT_SLOWLY) {
            long late = Math.min(LATE_MILLIS, millis);
            waitWhileOpen(late, false);
            if (late < LATE_MILLIS) {
                return null;
            }
        }
        waitWhileOpen(millis, true);
        Answer answer = answers.poll();
        if (answer == null && (dropped || closed)) {
            throw new Dropped();
        }
        return answer;
    }

    /** An answer that has come already, also when the connection is gone by now. */
    synchronized @Nullable Answer ready() {
        return answers.poll();
    }

    private void waitWhileOpen(long millis, boolean untilAnswered) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (!closed && !dropped && !(untilAnswered && !answers.isEmpty())) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    private void usable() throws IOException {
        if (dropped || closed) {
            throw new Dropped();
        }
    }
}
