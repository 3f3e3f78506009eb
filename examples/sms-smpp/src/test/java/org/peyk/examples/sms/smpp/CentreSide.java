package org.peyk.examples.sms.smpp;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import org.jsmpp.SMPPConstant;
import org.peyk.examples.sms.smsc.Reaction;
import org.peyk.examples.sms.smsc.Reaction.Kind;
import org.peyk.examples.sms.smsc.ShortMessageCentre;
import org.peyk.examples.sms.smsc.Submission;
import org.peyk.examples.sms.smsc.TakenMessage;
import org.peyk.spi.tck.RemoteSide;

/**
 * The centre as the contract's other side. SMPP names a recipient and hands the message over in one step, so there is nothing that could happen
 * between the two.
 */
final class CentreSide implements RemoteSide {

    private static final Set<Behaviour> BEHAVIOURS = EnumSet.of(
            Behaviour.ACCEPT,
            Behaviour.DROP_IN_CONTENT,
            Behaviour.DEFER_AFTER_END,
            Behaviour.REFUSE_AFTER_END,
            Behaviour.TAKE_AND_DROP,
            Behaviour.LOSE_AND_DROP,
            Behaviour.TAKE_AND_ANSWER_GARBAGE,
            Behaviour.TAKE_AND_STAY_SILENT,
            Behaviour.ACCEPT_SLOWLY,
            Behaviour.REFUSE_SESSIONS);

    private static final int FIRST_NUMBER = 1_000_000;
    private static final int DIGITS = 7;

    private final ShortMessageCentre centre;
    private final IntFunction<String> messageIds;
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private volatile Behaviour general = Behaviour.ACCEPT;

    CentreSide(ShortMessageCentre centre, IntFunction<String> messageIds) {
        this.centre = centre;
        this.messageIds = messageIds;
        centre.follow(this::react);
    }

    @Override
    public Set<Behaviour> behaviours() {
        return EnumSet.copyOf(BEHAVIOURS);
    }

    private static void check(Behaviour behaviour) {
        if (!BEHAVIOURS.contains(behaviour)) {
            throw new UnsupportedOperationException(behaviour.name());
        }
    }

    @Override
    public void behave(Behaviour behaviour) {
        check(behaviour);
        centre.refuseConnections(behaviour == Behaviour.REFUSE_SESSIONS);
        general = behaviour;
    }

    @Override
    public void behave(Behaviour behaviour, String recipient) {
        check(behaviour);
        behaviours.put(recipient, behaviour);
    }

    private Reaction react(Submission submission) {
        Behaviour behaviour = behaviours.getOrDefault(submission.number(), general);
        if (behaviour == Behaviour.DROP_IN_CONTENT) {
            return Reaction.of(Kind.DROP);
        }
        if (!submission.complete()) {
            return Reaction.TAKE;
        }
        return switch (behaviour) {
            case DEFER_AFTER_END -> Reaction.refuse(SMPPConstant.STAT_ESME_RSYSERR);
            case REFUSE_AFTER_END -> Reaction.refuse(SMPPConstant.STAT_ESME_RINVDSTADR);
            case TAKE_AND_DROP -> Reaction.of(Kind.TAKE_AND_DROP);
            case LOSE_AND_DROP -> Reaction.of(Kind.DROP);
            case TAKE_AND_ANSWER_GARBAGE -> Reaction.of(Kind.TAKE_AND_ANSWER_GARBAGE);
            case TAKE_AND_STAY_SILENT -> Reaction.of(Kind.TAKE_AND_STAY_SILENT);
            case ACCEPT_SLOWLY -> Reaction.of(Kind.TAKE_SLOWLY);
            default -> Reaction.TAKE;
        };
    }

    private String messageId(TakenMessage message) {
        String digits = message.number().substring(message.number().length() - DIGITS);
        return messageIds.apply(Integer.parseInt(digits) - FIRST_NUMBER);
    }

    @Override
    public List<String> acceptedMessageIds() {
        return centre.taken().stream().map(this::messageId).toList();
    }

    @Override
    public Optional<byte[]> acceptedBytes(String messageId) {
        return centre.taken().stream()
                .filter(m -> messageId(m).equals(messageId))
                .map(m -> m.text().getBytes(StandardCharsets.UTF_8))
                .findFirst();
    }
}
