package org.peyk.spi.tck;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The other side of a transport under test: a scripted server that does what the contract asks, and that knows the truth about which
 * messages it took. Every method may be called from any thread at any time.
 */
public interface RemoteSide {

    /** What the other side does with messages to a recipient. SMTP codes stand for their like in another protocol. */
    enum Behaviour {
        /** Takes them. What it does with everybody until told otherwise. */
        ACCEPT,
        /** Refuses the recipient for good (550 5.1.1), and repeats the address in the reply's text, as real servers do. */
        REFUSE_RECIPIENT,
        /** Refuses the recipient for now (450 4.2.0), and repeats the address in the reply's text. */
        DEFER_RECIPIENT,
        /** Ends the session when the recipient is named, and says so (421 4.3.2). */
        SHUT_DOWN_AT_RECIPIENT,
        /** Drops the connection when the recipient is named, without an answer. */
        DROP_BEFORE_CONTENT,
        /** Drops the connection when the content has begun and its end has not come. */
        DROP_IN_CONTENT,
        /** Refuses the message for now after its end (451 4.3.0). */
        DEFER_AFTER_END,
        /** Refuses the message for good after its end (554 5.6.0). */
        REFUSE_AFTER_END,
        /** Takes the message and drops the connection without an answer to its end. */
        TAKE_AND_DROP,
        /** Throws the message away and drops the connection without an answer to its end. */
        LOSE_AND_DROP,
        /** Takes the message and answers its end with something that is no reply. */
        TAKE_AND_ANSWER_GARBAGE,
        /** Takes the message and never answers its end; the connection stays open. */
        TAKE_AND_STAY_SILENT,
        /** Takes the message, but every answer comes late: well before any time-out, well after the question. */
        ACCEPT_SLOWLY,
        /** Takes no new sessions; for {@link RemoteSide#behave(Behaviour)} only. */
        REFUSE_SESSIONS
    }

    /**
     * What this side can be made to do. {@link Behaviour#ACCEPT} is always in it. For what is missing, {@link #behave(Behaviour, String)}
     * throws {@link UnsupportedOperationException}, and the contract checks that it does.
     *
     * @return the behaviours; all of them for a side that is a program
     */
    default Set<Behaviour> behaviours() {
        return Set.of(Behaviour.values());
    }

    /**
     * Behaves so from now on, with every recipient who has no behaviour of his own.
     *
     * @param behaviour what to do
     * @throws UnsupportedOperationException when this side cannot
     */
    void behave(Behaviour behaviour);

    /**
     * Behaves so from now on, when a message is for this recipient.
     *
     * @param behaviour what to do
     * @param recipient the recipient's address, as it stands in the envelope
     * @throws UnsupportedOperationException when this side cannot
     */
    void behave(Behaviour behaviour, String recipient);

    /**
     * The truth: the messages that were taken, also those that were taken without an answer. A message taken twice is in it twice. All
     * that came through connections that have ended is in it.
     *
     * @return Message-IDs with angle brackets, as they stand in the envelope, in the order of taking. A protocol that carries none knows
     *     them by their recipients: within one check, {@link TransportFixture#recipient(int)} gets {@link
     *     TransportFixture#messageId(int)} of the same number, at most once
     */
    List<String> acceptedMessageIds();

    /**
     * The bytes of a message that was taken, transparency undone. Fields that the other side put before the header may be in it.
     *
     * @param messageId one of {@link #acceptedMessageIds()}
     * @return the bytes; empty when this side keeps none, for this or any message
     */
    default Optional<byte[]> acceptedBytes(String messageId) {
        return Optional.empty();
    }
}
