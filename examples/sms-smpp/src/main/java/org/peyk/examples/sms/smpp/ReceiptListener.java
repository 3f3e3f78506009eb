package org.peyk.examples.sms.smpp;

import java.util.Optional;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageType;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a centre sends. A receipt is acknowledged when it is stored; until then the centre keeps it and sends it again. What people write
 * to the number is none of this transport's business and is not taken.
 */
final class ReceiptListener implements MessageReceiverListener {

    private final @Nullable ReceiptBook book;

    ReceiptListener(@Nullable ReceiptBook book) {
        this.book = book;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm sm) throws ProcessRequestException {
        if (book == null || !MessageType.SMSC_DEL_RECEIPT.containedIn(sm.getEsmClass())) {
            throw new ProcessRequestException("not taken here", SMPPConstant.STAT_ESME_RX_R_APPN);
        }
        Optional<Receipt> receipt = Receipt.read(sm);
        if (receipt.isPresent() && !book.received(receipt.get())) {
            throw new ProcessRequestException("not stored", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
        // nobody asked for it
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("not taken here", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
