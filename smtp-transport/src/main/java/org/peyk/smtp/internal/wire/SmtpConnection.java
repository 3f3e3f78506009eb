package org.peyk.smtp.internal.wire;

import jakarta.mail.MessagingException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.peyk.smtp.SmtpConfig;
import org.peyk.smtp.SmtpRelay;
import org.peyk.smtp.internal.message.EncodedMessage;

/**
 * One connection that is ready for MAIL. Used by one thread at a time. Commands and messages go over the socket's own stream: Angus flushes
 * after each of its commands, so nothing of it can be left over in between.
 */
final class SmtpConnection {
    private static final int BYTES_PER_SECOND = 4096;
    private static final int BUFFER = 64 * 1024;

    /** Up to here a message is held back and leaves together with its end: one write, and one wakening of the other side. */
    private static final int HELD = BUFFER / 2;

    private final SmtpConfig config;
    private final SmtpRelay relay;
    private final AngusLink link;
    private final WireSocket wire;
    private final Guard guard;
    private final ServerOffers offers;
    private final OutputStream out;
    private final ReplyReader replies;
    private final long openedAt = System.nanoTime();
    private long usedAt = openedAt;
    private int messages;
    private boolean dirty;
    private boolean dead;

    SmtpConnection(SmtpConfig config, SmtpRelay relay, AngusLink link, WireSocket wire, Guard guard)
            throws IOException {
        this.config = config;
        this.relay = relay;
        this.link = link;
        this.wire = wire;
        this.guard = guard;
        this.offers = new ServerOffers(config, link);
        this.out = new BufferedOutputStream(wire.outermost().getOutputStream(), BUFFER);
        this.replies = new ReplyReader(wire.outermost().getInputStream());
    }

    ServerOffers offers() {
        return offers;
    }

    SmtpRelay relay() {
        return relay;
    }

    Guard guard() {
        return guard;
    }

    /** Whether the next envelope may leave behind the end of the message at hand: it must still be this connection's. */
    boolean mayPipelineBehind() {
        return config.pipelining().takesAhead() && offers.groupsEnvelopes() && hasRoomFor(2);
    }

    /** Whether so many more messages may begin before the connection has served its time. */
    boolean hasRoomFor(int more) {
        return !dead()
                && messages + more <= config.pool().messagesPerConnection()
                && !olderThan(openedAt, config.pool().maxAge());
    }

    boolean dead() {
        return dead || guard.isCut();
    }

    /** Whether a message went over it before, so that the server may have grown tired of it. */
    boolean used() {
        return messages > 0 || dirty;
    }

    /** Whether it has served its time. */
    boolean wornOut() {
        return messages >= config.pool().messagesPerConnection()
                || olderThan(openedAt, config.pool().maxAge());
    }

    boolean idleFor(Duration time) {
        return olderThan(usedAt, time);
    }

    private static boolean olderThan(long since, Duration time) {
        return System.nanoTime() - since > time.toNanos();
    }

    /** The server has a transaction open that must be taken back before the next one. */
    void markDirty() {
        dirty = true;
    }

    /** The transaction is over, whatever its end (RFC 5321 section 4.1.1.4). */
    void markClean() {
        dirty = false;
    }

    void countMessage() {
        messages++;
    }

    /** Takes back what is open. To be called before a transaction. */
    void clean() throws LinkException {
        if (dirty) {
            reset(config.timeouts().command());
        }
    }

    /** Whether the server still answers. The connection is dead when it does not. */
    boolean answers() {
        try {
            reset(config.timeouts().check());
            return true;
        } catch (LinkException e) {
            kill();
            return false;
        }
    }

    private void reset(Duration limit) throws LinkException {
        requireReset(exchange("RSET", limit));
    }

    private void requireReset(Reply reply) throws LinkException {
        if (!reply.positive()) {
            throw new LinkException(LinkException.Kind.GARBAGE, "the server does not reset", reply, null);
        }
        dirty = false;
    }

    /** Sends a command and reads its reply. */
    Reply exchange(String command, Duration limit) throws LinkException {
        requireQuiet();
        byte[] bytes = (command + "\r\n").getBytes(StandardCharsets.UTF_8);
        write(config.timeouts().write(), () -> out.write(bytes));
        return read(limit);
    }

    /**
     * Sends the commands of an envelope in one write, without waiting for answers; what is left open is taken back by the first of them. The
     * answers are to be read by {@link #answer}.
     */
    void group(List<String> commands) throws LinkException {
        requireQuiet();
        boolean takesBack = dirty;
        byte[] bytes = ((takesBack ? "RSET\r\n" : "") + String.join("\r\n", commands) + "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        write(config.timeouts().write(), () -> out.write(bytes));
        if (takesBack) {
            requireReset(read(config.timeouts().command()));
        }
    }

    /** Reads the answer to the next command of a group. */
    Reply answer(Duration limit) throws LinkException {
        return read(limit);
    }

    /**
     * Sends everything of a message but its end; a small one is only made ready, and leaves with its end.
     *
     * @return whether something has left
     */
    boolean content(EncodedMessage message) throws LinkException {
        boolean leaves = message.size() > HELD;
        guard.writingWithin(config.timeouts().write().plusSeconds(message.size() / BYTES_PER_SECOND));
        try {
            message.writeTo(out);
            if (leaves) {
                out.flush();
            }
            return leaves;
        } catch (IOException e) {
            throw guard.failure(e);
        } finally {
            guard.written();
        }
    }

    /**
     * Hands over a whole message as one chunk, behind RSET and its envelope; it leaves with {@link #flush} at the latest.
     *
     * @param envelope MAIL and RCPT
     * @param endLeaves run before the last byte is handed over, from where on the message may be accepted
     */
    void writeChunked(List<String> envelope, EncodedMessage message, Runnable endLeaves) throws LinkException {
        byte[] head = ("RSET\r\n" + String.join("\r\n", envelope) + "\r\nBDAT " + message.size() + " LAST\r\n")
                .getBytes(StandardCharsets.UTF_8);
        guard.writingWithin(config.timeouts().write().plusSeconds(message.size() / BYTES_PER_SECOND));
        try {
            out.write(head);
            message.writeChunkTo(out, endLeaves);
        } catch (IOException e) {
            throw guard.failure(e);
        } finally {
            guard.written();
        }
    }

    /** Sends what was handed over. */
    void flush() throws LinkException {
        write(config.timeouts().write(), () -> {});
    }

    /**
     * What must be so before the end of a message leaves: nobody cut the connection, and the server has said nothing yet.
     *
     * @throws LinkException when it is not so; the message is certainly not accepted then
     */
    void requireReadyForEnd() throws LinkException {
        if (guard.isCut()) {
            throw guard.failure(new IOException("cut"));
        }
        requireQuiet();
    }

    /**
     * Sends the end of a message, with what was held back of it, and reads the final reply. From the first byte on the message may be accepted.
     *
     * @param behind the commands of the next envelope, to leave in the same write; their answers are to be read by {@link #answer}
     */
    Reply end(List<String> behind) throws LinkException {
        StringBuilder lines = new StringBuilder(".\r\n");
        for (String command : behind) {
            lines.append(command).append("\r\n");
        }
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        write(config.timeouts().write().plusSeconds(HELD / BYTES_PER_SECOND), () -> out.write(bytes));
        return read(config.timeouts().end());
    }

    /** A reply that answers nothing means that the two sides are out of step, or that the server is going away. */
    private void requireQuiet() throws LinkException {
        if (!replies.pending()) {
            return;
        }
        Reply reply = read(config.timeouts().check());
        throw new LinkException(
                reply.code() == 421 ? LinkException.Kind.SHUTTING_DOWN : LinkException.Kind.GARBAGE,
                reply.code() == 421 ? "the server is closing the connection" : "a reply came before it was due",
                reply,
                null);
    }

    private Reply read(Duration limit) throws LinkException {
        wire.expect(limit, ReplyReader.MAX_REPLY);
        try {
            Reply reply = replies.read();
            usedAt = System.nanoTime();
            return reply;
        } catch (LinkException e) {
            throw guard.isCut() ? guard.failure(e) : e;
        }
    }

    /** Something to write. */
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private void write(Duration limit, Writing writing) throws LinkException {
        guard.writingWithin(limit);
        try {
            writing.run();
            out.flush();
        } catch (IOException e) {
            throw guard.failure(e);
        } finally {
            guard.written();
        }
    }

    /** Closes without a word. A message whose end has not left must not be accepted (RFC 5321 section 4.1.1.4). */
    void kill() {
        dead = true;
        wire.cut();
    }

    /** Takes leave of the server, without waiting for its answer. */
    void quit() {
        if (!dead()) {
            dead = true;
            try {
                link.close();
            } catch (MessagingException e) {
                // the server is gone already, which is what was wanted
                wire.cut();
            }
        }
        wire.cut();
    }
}
