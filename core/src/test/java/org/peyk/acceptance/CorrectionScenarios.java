package org.peyk.acceptance;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.DeliveryState;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.RequestState;
import org.peyk.Settlement;
import org.peyk.spi.Audience;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Selection;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.testing.RecordingTransport.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A mail that went out wrong, and its correction, on each kind of store. */
abstract class CorrectionScenarios {

    private static final String WRONG = "Cenaze namazı saat 13.00'te.";
    private static final String RIGHT = "Cenaze namazı saat 15.00'te.";

    @TempDir
    Path directory;

    private final LivingList list = new LivingList();
    private final AtomicReference<RequestId> running = new AtomicReference<>();
    private Campus campus;

    abstract DataSource database(Path dir);

    @BeforeEach
    void open() {
        list.with("akademik", 0, 30);
        campus = Campus.over(database(directory), list);
    }

    @AfterEach
    void close() {
        campus.close();
    }

    private static RequestForm form(String text) {
        return Campus.information()
                .content(Content.of(LanguageVersion.plain(Locale.forLanguageTag("tr"), "Vefat", text)))
                .audience(Audience.of(Selection.of("list", "akademik")).expecting(30))
                .build();
    }

    private RequestId begun(RequestForm form) {
        RequestId id = campus.approved(form).id();
        running.set(id);
        campus.process.requests().schedule(Campus.AYSE, id, null);
        return id;
    }

    private RequestId approveAndSend(RequestId id) {
        campus.process.requests().submit(Campus.AYSE, id);
        campus.approve(Campus.DEAN, id);
        campus.approve(Campus.REGISTRAR, id);
        campus.process.requests().schedule(Campus.AYSE, id, null);
        campus.await(id, RequestState.SENT);
        return id;
    }

    /** Stops the sending with the twelfth message, the fifth of which breaks off after its end. */
    private void stopAtTwelve() {
        AtomicInteger n = new AtomicInteger();
        campus.transport.answering(d -> {
            int nth = n.incrementAndGet();
            if (nth == 12) {
                campus.process.requests().pause(Campus.AYSE, running.get(), "saat yanlış");
            }
            return nth == 5 ? doubt(true) : Answer.accept();
        });
    }

    @Test
    void A22_theCorrectionGoesToThoseWhoGotTheWrongOneAndTheOthersGetTheRightTextInstead() {
        stopAtTwelve();
        RequestId wrong = begun(form(WRONG));
        Campus.until(
                "it stands",
                () -> campus.get(wrong).state() == RequestState.PAUSED
                        && campus.process.sending().progress(wrong).counts().of(DeliveryState.CLAIMED) == 0);
        campus.transport.answering(d -> Answer.accept());
        List<String> got = recipients(campus.transport.accepted());
        assertThat(got).hasSize(12);
        // somebody who got it has left the list since, and must hear of it all the same
        list.without("akademik", "A-0000");

        MailRequest draft = campus.process.requests().correct(Campus.AYSE, wrong, form(RIGHT), "saat yanlıştı");
        assertThat(draft.state()).isEqualTo(RequestState.DRAFT);
        assertThat(campus.get(wrong).state()).isEqualTo(RequestState.CANCELLED);
        assertThat(campus.get(wrong).remark()).isEqualTo("CORRECTED");
        assertThat(campus.process.sending().progress(wrong).counts().of(DeliveryState.CANCELLED))
                .isEqualTo(18);
        assertThat(campus.process
                        .requests()
                        .correct(Campus.AYSE, wrong, form(RIGHT), "saat yanlıştı")
                        .id())
                .as("a second click")
                .isEqualTo(draft.id());
        assertThat(campus.process.requests().corrects(draft.id())).contains(wrong);
        assertThat(campus.process.requests().correctedBy(wrong)).containsExactly(draft.id());
        assertThatThrownBy(() -> campus.process.requests().schedule(Campus.AYSE, draft.id(), null))
                .as("it needs its approvals")
                .isInstanceOf(PeykException.class);

        approveAndSend(draft.id());
        Map<String, String> subjects = subjects(campus.transport.accepted().subList(12, 42));
        assertThat(subjects).hasSize(30);
        subjects.forEach((who, subject) ->
                assertThat(subject).as(who).isEqualTo(got.contains(who) ? "DÜZELTME: Vefat" : "Vefat"));
        assertThat(campus.transport.accepted().subList(12, 42))
                .allMatch(d -> RIGHT.equals(d.message().body().text()));
        assertThat(campus.process.sending().books(draft.id()).balanced()).isTrue();
        assertThat(campus.process
                        .reports()
                        .process(Campus.at(2026, 1, 1, 0, 0), Campus.at(2027, 1, 1, 0, 0))
                        .corrected())
                .isEqualTo(1);
    }

    @Test
    void A22_afterItsEndTheCorrectionGoesToExactlyThoseWhoGotIt() {
        RequestId wrong = begun(form(WRONG));
        campus.await(wrong, RequestState.SENT);
        List<String> got = recipients(campus.transport.accepted());
        list.with("akademik", 50, 55);
        list.without("akademik", "A-0003");
        RequestId first = campus.process
                .requests()
                .correct(Campus.OFFICER, wrong, form("Cenaze namazı saat 14.00'te."), "saat")
                .id();
        approveAndSend(first);
        assertThat(recipients(campus.transport.accepted().subList(30, 60))).containsExactlyInAnyOrderElementsOf(got);
        RequestId second = campus.process
                .requests()
                .correct(Campus.AYSE, first, form(RIGHT), "yine saat")
                .id();
        approveAndSend(second);
        List<Delivery> last = campus.transport.accepted().subList(60, 90);
        assertThat(recipients(last)).containsExactlyInAnyOrderElementsOf(got);
        assertThat(last).allMatch(d -> d.message().body().subject().equals("DÜZELTME: Vefat"));
        assertThat(campus.process.sending().progress(second).counts().rejected())
                .isZero();
    }

    @Test
    void onlyWhoMayStopItCanCorrectItAndOnlyWhatHasBegun() {
        RequestId scheduled = campus.approved(form(WRONG)).id();
        assertThatThrownBy(() -> campus.process.requests().correct(Campus.AYSE, scheduled, form(RIGHT), "saat"))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STATE));
        assertThatThrownBy(() -> campus.process.requests().correct(Campus.STRANGER, scheduled, form(RIGHT), "saat"))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_PERMITTED));
        assertThat(campus.process.requests().correctedBy(scheduled)).isEmpty();
    }

    @Test
    void whoeverIsInDoubtMayHaveGotItAndIsCorrectedToo() {
        campus.transport.answering(
                d -> d.envelope().recipient().equals("a7@ornek.edu.tr") ? doubt(false) : Answer.accept());
        RequestId wrong = begun(form(WRONG));
        campus.await(wrong, RequestState.SENT);
        DeliveryId doubt = campus.process
                .sending()
                .rows(wrong, DeliveryState.IN_DOUBT, new DeliveryId(0), 10)
                .get(0)
                .id();
        campus.process.sending().settle(Campus.AYSE, wrong, doubt, Settlement.CLOSE, "bilinmiyor");
        campus.transport.answering(d -> Answer.accept());
        RequestId draft = campus.process
                .requests()
                .correct(Campus.AYSE, wrong, form(RIGHT), "saat")
                .id();
        approveAndSend(draft);
        assertThat(recipients(campus.transport.accepted().subList(29, 59))).contains("a7@ornek.edu.tr");
    }

    /** No reply, on a connection that goes on. */
    private static Answer doubt(boolean taken) {
        Answer lost = Answer.inDoubt(taken);
        return new Answer(lost.taken(), lost.outcome(), false);
    }

    private static List<String> recipients(List<Delivery> deliveries) {
        return deliveries.stream().map(d -> d.envelope().recipient()).toList();
    }

    private static Map<String, String> subjects(List<Delivery> deliveries) {
        Map<String, String> subjects = new HashMap<>();
        deliveries.forEach(
                d -> subjects.put(d.envelope().recipient(), d.message().body().subject()));
        return subjects;
    }
}
