package org.peyk.examples.sms.smsc;

import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** Takes what one session sends. */
final class Receiver implements ServerMessageReceiverListener {

    private static final int HAS_HEADER = 0x40;
    private static final int REFERENCE_MASK = 0xFFFF;
    private static final AtomicLong IDS = new AtomicLong(0xA000);

    private final ShortMessageCentre centre;

    Receiver(ShortMessageCentre centre) {
        this.centre = centre;
    }

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm sm, SMPPServerSession session) throws ProcessRequestException {
        OptionalParameter.User_message_reference reference =
                sm.getOptionalParameter(OptionalParameter.User_message_reference.class);
        Assembly.Came came = new Assembly.Came(
                "+" + sm.getDestAddress(),
                sm.getSourceAddr(),
                sm.getShortMessage(),
                (sm.getEsmClass() & HAS_HEADER) != 0,
                sm.getDataCoding(),
                reference == null ? -1 : reference.getValue() & REFERENCE_MASK,
                SMSCDeliveryReceipt.SUCCESS_FAILURE.containedIn(sm.getRegisteredDelivery()));
        String id = Long.toHexString(IDS.incrementAndGet());
        int status = centre.react(session, came, id);
        if (status != 0) {
            throw new ProcessRequestException("refused", status);
        }
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new ProcessRequestException("no id", SMPPConstant.STAT_ESME_RSYSERR);
        }
    }

    private static ProcessRequestException unknown() {
        return new ProcessRequestException("not offered", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti sm, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QuerySmResult onAcceptQuerySm(QuerySm sm, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptReplaceSm(ReplaceSm sm, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelSm(CancelSm sm, SMPPServerSession session) throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm sm, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public void onAcceptCancelBroadcastSm(CancelBroadcastSm sm, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm sm, SMPPServerSession session)
            throws ProcessRequestException {
        throw unknown();
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm sm, Session session) throws ProcessRequestException {
        throw unknown();
    }
}
