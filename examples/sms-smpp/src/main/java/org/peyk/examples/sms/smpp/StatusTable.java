package org.peyk.examples.sms.smpp;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsmpp.SMPPConstant;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.DeliveryOutcome.Deferred;
import org.peyk.spi.transport.DeliveryOutcome.Refused;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.ServerReply;

/** What a centre's command_status means (SMPP 3.4 section 5.1.3). Each of them says for certain that the message was not taken. */
final class StatusTable {

    private static final Map<Integer, Meaning> MEANINGS = new HashMap<>();

    static {
        put(FailureScope.RATE, false, SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL);
        put(
                FailureScope.RECIPIENT,
                true,
                SMPPConstant.STAT_ESME_RINVDSTADR,
                SMPPConstant.STAT_ESME_RINVDSTTON,
                SMPPConstant.STAT_ESME_RINVDSTNPI,
                SMPPConstant.STAT_ESME_RX_P_APPN,
                SMPPConstant.STAT_ESME_RX_R_APPN);
        put(
                FailureScope.RECIPIENT,
                false,
                SMPPConstant.STAT_ESME_RSYSERR,
                SMPPConstant.STAT_ESME_RSUBMITFAIL,
                SMPPConstant.STAT_ESME_RX_T_APPN,
                SMPPConstant.STAT_ESME_RUNKNOWNERR);
        put(
                FailureScope.CONTENT,
                true,
                SMPPConstant.STAT_ESME_RINVMSGLEN,
                SMPPConstant.STAT_ESME_RINVCMDLEN,
                SMPPConstant.STAT_ESME_RINVCMDID,
                SMPPConstant.STAT_ESME_RINVPRTFLG,
                SMPPConstant.STAT_ESME_RINVREGDLVFLG,
                SMPPConstant.STAT_ESME_RINVSERTYP,
                SMPPConstant.STAT_ESME_RINVREPFLAG,
                SMPPConstant.STAT_ESME_RINVESMCLASS,
                SMPPConstant.STAT_ESME_RINVSCHED,
                SMPPConstant.STAT_ESME_RINVEXPIRY,
                SMPPConstant.STAT_ESME_RINVDFTMSGID,
                SMPPConstant.STAT_ESME_RINVTLVSTREAM,
                SMPPConstant.STAT_ESME_RTLVNOTALLWD,
                SMPPConstant.STAT_ESME_RINVTLVLEN,
                SMPPConstant.STAT_ESME_RMISSINGTLV,
                SMPPConstant.STAT_ESME_RINVTLVVAL);
        put(
                FailureScope.ACCOUNT,
                false,
                SMPPConstant.STAT_ESME_RINVSRCADR,
                SMPPConstant.STAT_ESME_RINVSRCTON,
                SMPPConstant.STAT_ESME_RINVSRCNPI,
                SMPPConstant.STAT_ESME_RINVSYSTYP,
                SMPPConstant.STAT_ESME_RINVPASWD,
                SMPPConstant.STAT_ESME_RINVSYSID,
                SMPPConstant.STAT_ESME_RBINDFAIL);
        put(FailureScope.SESSION, false, SMPPConstant.STAT_ESME_RINVBNDSTS, SMPPConstant.STAT_ESME_RALYBND);
    }

    private StatusTable() {}

    private record Meaning(FailureScope scope, boolean permanent) {}

    private static void put(FailureScope scope, boolean permanent, int... statuses) {
        for (int status : statuses) {
            MEANINGS.put(status, new Meaning(scope, permanent));
        }
    }

    /**
     * What a status does to a message. A status of the centre's own (0x400 and above) or of a later version says no more than that the message was
     * not taken, so it is tried again.
     *
     * @param last whether it answers the last part, with which the message would have been complete
     */
    static DeliveryOutcome outcome(int status, String text, boolean last, Duration throttleWait) {
        ServerReply reply = new ServerReply(status, null, text, last ? Phase.FINAL : Phase.CONTENT);
        Meaning meaning = MEANINGS.getOrDefault(status, new Meaning(FailureScope.RECIPIENT, false));
        if (meaning.permanent()) {
            return new Refused(reply, meaning.scope());
        }
        return new Deferred(reply, meaning.scope(), meaning.scope() == FailureScope.RATE ? throttleWait : null);
    }

    /** Whether a refused bind needs somebody to act; else it is tried again. */
    static FailureScope bindScope(int status) {
        Meaning meaning = MEANINGS.get(status);
        return meaning != null && meaning.scope() == FailureScope.ACCOUNT ? FailureScope.ACCOUNT : FailureScope.SESSION;
    }

    static String name(int status) {
        return String.format(Locale.ROOT, "command_status 0x%08X", status);
    }
}
