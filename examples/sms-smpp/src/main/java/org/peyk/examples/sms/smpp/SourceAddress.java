package org.peyk.examples.sms.smpp;

import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;

/**
 * Who a message comes from, as the protocol wants it (SMPP 3.4 sections 5.2.5 to 5.2.8).
 *
 * @param type type of number
 * @param plan numbering plan
 * @param value source_addr
 */
record SourceAddress(TypeOfNumber type, NumberingPlanIndicator plan, String value) {

    static boolean valid(String sender) {
        return sender.matches("\\+[1-9][0-9]{7,14}") || sender.matches("[0-9]{3,8}") || name(sender);
    }

    private static boolean name(String sender) {
        return sender.matches("[A-Za-z0-9 ._-]{1,11}") && sender.matches(".*[A-Za-z].*");
    }

    static SourceAddress of(String sender) {
        if (sender.startsWith("+")) {
            return new SourceAddress(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, sender.substring(1));
        }
        return name(sender)
                ? new SourceAddress(TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, sender)
                : new SourceAddress(TypeOfNumber.NETWORK_SPECIFIC, NumberingPlanIndicator.UNKNOWN, sender);
    }
}
