package org.peyk.examples.sms;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.DeliveryState;
import org.peyk.MailRequest;
import org.peyk.RequestState;
import org.peyk.examples.sms.smsc.Reaction;
import org.peyk.examples.sms.smsc.Reaction.Kind;
import org.peyk.examples.sms.smsc.Receipts;
import org.peyk.examples.sms.smsc.Receipts.Form;
import org.peyk.examples.sms.smsc.TakenMessage;
import org.peyk.spi.RequestId;

import static org.assertj.core.api.Assertions.assertThat;

/** A receipt as evidence in the ledger. */
class DoubtTest {

    private static final String LOST = "+905550000003";

    @TempDir
    private Path directory;

    /** The centre takes a message and the connection breaks before it says so; days later its receipt settles the row. */
    @Test
    void aReceiptSettlesAMessageInDoubt() throws Exception {
        try (Campus campus = Campus.open(directory)) {
            campus.centre.follow(
                    s -> s.number().equals(LOST) && s.complete() ? Reaction.of(Kind.TAKE_AND_DROP) : Reaction.TAKE);
            MailRequest request = campus.process.requests().create(Announcement.requester(), Announcement.form(12));
            RequestId id = request.id();
            String digest =
                    campus.process.requests().submit(Announcement.REQUESTER, id).digest();
            campus.process.requests().approve(Announcement.APPROVER, id, digest);
            campus.process.requests().schedule(Announcement.REQUESTER, id, null);
            campus.process.start();
            await(() -> count(campus, id, DeliveryState.IN_DOUBT) == 1 && count(campus, id, DeliveryState.SENT) == 19);
            assertThat(campus.centre.taken()).as("nobody twice").hasSize(8);

            List<TakenMessage> lost = campus.centre.taken().stream()
                    .filter(m -> m.number().equals(LOST))
                    .toList();
            TakenMessage message = lost.get(0);
            await(() -> {
                campus.process.replies().poll();
                return Receipts.send(
                        campus.centre, message, message.parts().get(0), Receipts.DELIVERED, Form.PARAMETERS);
            });
            assertThat(Receipts.send(
                            campus.centre, message, message.parts().get(1), Receipts.DELIVERED, Form.REFERENCE))
                    .isTrue();
            campus.process.replies().poll();
            assertThat(count(campus, id, DeliveryState.IN_DOUBT)).isZero();
            assertThat(count(campus, id, DeliveryState.SENT)).isEqualTo(20);
            await(() -> campus.process.requests().get(id).state() == RequestState.SENT);
        }
    }

    private static long count(Campus campus, RequestId id, DeliveryState state) {
        return campus.process.sending().progress(id).counts().of(state);
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        Object nobody = new Object();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            synchronized (nobody) {
                nobody.wait(20);
            }
        }
    }
}
