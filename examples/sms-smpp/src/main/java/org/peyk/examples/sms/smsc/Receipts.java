package org.peyk.examples.sms.smsc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;

/** Sends delivery receipts. */
public final class Receipts {

    /** message_state of a part that arrived (SMPP 3.4 section 5.2.28). */
    public static final int DELIVERED = 2;

    /** message_state of a part that waited too long. */
    public static final int EXPIRED = 3;

    /** message_state of a part that cannot be delivered. */
    public static final int UNDELIVERABLE = 5;

    private static final String[] WORDS = {
        "", "ENROUTE", "DELIVRD", "EXPIRED", "DELETED", "UNDELIV", "ACCEPTD", "UNKNOWN", "REJECTD"
    };

    private Receipts() {}

    /** In which form a receipt is written. */
    public enum Form {
        /** Parameters alone. */
        PARAMETERS,
        /** Text alone, the id in decimal, as some centres do. */
        TEXT,
        /** The reference that came with the message beside an id nobody was told. */
        REFERENCE
    }

    static void send(ShortMessageCentre centre, TakenMessage message, int state) {
        for (TakenMessage.Part part : message.parts()) {
            if (part.receipt()) {
                send(centre, message, part, state, Form.PARAMETERS);
            }
        }
    }

    /**
     * Sends the receipt of one part to a session that receives.
     *
     * @return whether it was acknowledged
     */
    public static boolean send(
            ShortMessageCentre centre, TakenMessage message, TakenMessage.Part part, int state, Form form) {
        String decimal = String.valueOf(Long.parseLong(part.id(), 16));
        String text = form == Form.TEXT
                ? "id:" + decimal + " sub:001 dlvrd:001 submit date:2611241200 done date:2611241201 stat:"
                        + WORDS[state] + " err:000 text:"
                : "";
        OptionalParameter[] options = switch (form) {
            case TEXT -> new OptionalParameter[0];
            case PARAMETERS ->
                new OptionalParameter[] {
                    new OptionalParameter.Receipted_message_id(part.id()),
                    new OptionalParameter.Message_state((byte) state)
                };
            case REFERENCE ->
                new OptionalParameter[] {
                    new OptionalParameter.Receipted_message_id("unheard-" + part.id()),
                    new OptionalParameter.Message_state((byte) state),
                    new OptionalParameter.User_message_reference((short) part.reference())
                };
        };
        List<SMPPServerSession> receivers = centre.receivers();
        for (SMPPServerSession session : receivers) {
            try {
                session.deliverShortMessage(
                        "",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        message.number().substring(1),
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        message.sender(),
                        new ESMClass(MessageType.SMSC_DEL_RECEIPT.value()),
                        (byte) 0,
                        (byte) 0,
                        new RegisteredDelivery(0),
                        new RawDataCoding((byte) 0),
                        text.getBytes(StandardCharsets.ISO_8859_1),
                        options);
                return true;
            } catch (PDUException
                    | ResponseTimeoutException
                    | InvalidResponseException
                    | NegativeResponseException
                    | IOException e) {
                // the next session may take it
            }
        }
        return false;
    }
}
