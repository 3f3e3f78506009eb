package org.peyk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.RequestId;

/**
 * Why somebody did not get a request's message, or that he did ("X neden almadı?").
 *
 * @param request which request
 * @param answers what is known, one for each channel of which something is; never empty
 */
public record WhyNot(RequestId request, List<Answer> answers) {

    /** Copies the list. */
    public WhyNot {
        answers = List.copyOf(answers);
    }

    /** What can be the answer. Names are stable: they are stored in histories. */
    public enum Cause {
        /** The server took it. */
        GOT_IT,
        /** The server took it, and a report said later that it did not arrive. */
        BOUNCED,
        /** Its fate is unknown; it may have arrived. */
        IN_DOUBT,
        /** It is still to be sent, or to be tried again. */
        NOT_YET,
        /** The server refused it for good, or the time for retries was over. */
        FAILED,
        /** The person or address was left out: by the audience, or by the list of exclusions. */
        LEFT_OUT,
        /** The request was cancelled, or its time passed, before it was sent. */
        CANCELLED,
        /** The mailbox is that of somebody else, who has a row. */
        SAME_ADDRESS,
        /** The source gave no address, or none that can be used. */
        NO_ADDRESS,
        /** Nobody of this key or address was in the audience when it was read. */
        NOT_IN_AUDIENCE,
        /** The audience is still being read. */
        NOT_READ_YET,
        /** Sending has not begun. */
        NOT_BEGUN
    }

    /**
     * One answer.
     *
     * @param cause what it is
     * @param channel the channel it is about; null when it is about all
     * @param row the person's row; null when there is none
     * @param text the answer in words, without name and address
     */
    public record Answer(
            Cause cause,
            @Nullable Channel channel,
            @Nullable LedgerRow row,
            LocalizedText text) {}
}
