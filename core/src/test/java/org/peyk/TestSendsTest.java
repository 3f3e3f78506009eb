package org.peyk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Audience;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.RenderedMessage;
import org.peyk.testing.RecordingTransport;
import org.peyk.testing.RecordingTransport.Answer;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

class TestSendsTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final PersonId OFFICER = PersonId.of("P-OFFICER");

    @TempDir
    Path directory;

    private final RecordingTransport transport = new RecordingTransport();
    private MailProcess process;
    private MailRequest request;

    @BeforeEach
    void open() throws IOException {
        Path list = directory.resolve("list.csv");
        Files.writeString(list, "id,email,group\nA-1,a1@ornek.edu.tr,akademik\nA-2,a2@ornek.edu.tr,akademik\n");
        process = MailProcess.builder()
                .store(directory.resolve("store"))
                .clock(new SettableClock(Samples.NOON))
                .node("test")
                .directory(StaticDirectory.builder()
                        .person(Samples.REQUESTER, "Talep Eden", Samples.FACULTY, "talep@ornek.edu.tr")
                        .person(Samples.DEAN, "Dekan", Samples.FACULTY, "dekan@ornek.edu.tr")
                        .person(Samples.STRANGER, "Başkası", Samples.FACULTY, "baskasi@ornek.edu.tr")
                        .person(OFFICER, "İletişim", Samples.FACULTY, null)
                        .role(OFFICER, ProcessRoles.DEFAULT.communications())
                        .build())
                .policy(context -> Samples.plan(Samples.step("dean", 1, 1, Samples.DEAN)))
                .recipientSource(CsvRecipientSource.of("list", list))
                .transport(transport)
                .sending(SendingConfig.builder()
                        .connections(1)
                        .pollInterval(Duration.ofMillis(10))
                        .build())
                .discoverPlugins(false)
                .build();
        request = process.requests()
                .submit(
                        Samples.REQUESTER,
                        process.requests()
                                .create(
                                        Requester.of(Samples.REQUESTER, Samples.FACULTY),
                                        Samples.form().toBuilder()
                                                .audience(Audience.of(Selection.of("list", "akademik"))
                                                        .expecting(2))
                                                .build())
                                .id());
    }

    @AfterEach
    void close() {
        process.close();
    }

    private TestSend send(PersonId actor, PersonId... to) {
        return process.testSends().send(actor, request.id(), TURKISH, List.of(to));
    }

    private List<ProcessEvent> tests() {
        return process.audit().history(request.id()).stream()
                .filter(e -> e.type() == EventType.TEST_SENT)
                .toList();
    }

    private RenderedMessage rendered(Delivery d) {
        return transport.render(d.message(), d.envelope());
    }

    @Test
    void testSendCarriesTheDigestThatIsApproved() {
        TestSend test = send(Samples.REQUESTER, Samples.REQUESTER, Samples.DEAN);

        assertThat(test.complete()).isTrue();
        assertThat(test.digest()).isEqualTo(request.digest());
        assertThat(test.language()).isEqualTo(TURKISH);
        assertThat(test.bodySha256())
                .isEqualTo(process.preparation()
                        .preview(request, Channel.MAIL, TURKISH, "biri@ornek.edu.tr")
                        .bodySha256());
        List<Delivery> copies = transport.accepted();
        assertThat(copies)
                .extracting(d -> d.envelope().recipient())
                .containsExactly("talep@ornek.edu.tr", "dekan@ornek.edu.tr");
        assertThat(copies).allSatisfy(d -> {
            assertThat(rendered(d).bodySha256()).isEqualTo(test.bodySha256());
            assertThat(d.envelope().headers()).singleElement().satisfies(h -> {
                assertThat(h.name()).isEqualTo("X-Peyk-Test");
                assertThat(h.value()).isEqualTo(request.digest());
            });
        });

        process.requests().approve(Samples.DEAN, request.id(), test.digest());
        process.requests().schedule(Samples.REQUESTER, request.id(), null);
        process.start();
        awaitSent(request.id());
        List<Delivery> sent = transport.accepted().subList(2, 4);
        assertThat(sent).allSatisfy(d -> {
            assertThat(d.message().contentKey())
                    .isEqualTo(copies.get(0).message().contentKey());
            assertThat(rendered(d).bodySha256()).isEqualTo(test.bodySha256());
            assertThat(d.envelope().headers()).isEmpty();
        });
        assertThat(process.sending().progress(request.id()).counts().planned())
                .as("tests are not in the ledger")
                .isEqualTo(2);
    }

    private void awaitSent(RequestId id) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        CountDownLatch never = new CountDownLatch(1);
        while (process.requests().get(id).state() != RequestState.SENT) {
            assertThat(System.nanoTime() - end)
                    .as("waiting for the end of sending")
                    .isNegative();
            try {
                assertThat(never.await(5, TimeUnit.MILLISECONDS)).isFalse();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    @Test
    void itIsInTheHistoryWithoutAnyAddress() {
        TestSend test = send(Samples.DEAN, Samples.DEAN);
        assertThat(tests()).singleElement().satisfies(e -> {
            assertThat(e.actor()).isEqualTo(Samples.DEAN);
            assertThat(e.data())
                    .containsEntry("digest", request.digest())
                    .containsEntry("bodySha256", test.bodySha256())
                    .containsEntry("language", "tr")
                    .containsEntry("count", "1")
                    .containsEntry("outcome", "ACCEPTED");
            assertThat(e.data().values()).noneMatch(v -> v.contains("@"));
        });
        MailRequest after = process.requests().get(request.id());
        assertThat(after.state()).isEqualTo(RequestState.IN_APPROVAL);
        assertThat(after.digest()).isEqualTo(request.digest());
        assertThat(process.audit().verify()).isEmpty();
    }

    @Test
    void aStrangerNeitherSendsNorGetsOne() {
        refused(ErrorCode.NOT_PERMITTED, () -> send(Samples.STRANGER, Samples.STRANGER));
        refused(ErrorCode.NOT_PERMITTED, () -> send(Samples.REQUESTER, Samples.STRANGER));
        refused(ErrorCode.NOT_PERMITTED, () -> send(Samples.REQUESTER, PersonId.of("P-NOBODY")));
        assertThat(transport.accepted()).isEmpty();
        assertThat(transport.sessionsOpened()).isZero();
        assertThat(tests()).isEmpty();
    }

    @Test
    void whatTheServerSaidIsSaidInBothLanguages() {
        transport.answering(d -> d.envelope().recipient().startsWith("dekan")
                ? Answer.refuse(FailureScope.RECIPIENT)
                : Answer.defer(FailureScope.RECIPIENT, null));
        TestSend test = send(Samples.REQUESTER, Samples.REQUESTER, Samples.DEAN, OFFICER);
        assertThat(test.complete()).isFalse();
        assertThat(test.copies())
                .extracting(TestSend.Copy::person, TestSend.Copy::result)
                .containsExactly(
                        tuple(Samples.REQUESTER, TestSend.Result.DEFERRED),
                        tuple(Samples.DEAN, TestSend.Result.REFUSED),
                        tuple(OFFICER, TestSend.Result.NO_ADDRESS));
        assertThat(test.copies().get(0).text().tr()).contains("şimdilik almadı", "450");
        assertThat(test.copies().get(0).text().en()).contains("for now", "450");
        assertThat(test.copies().get(1).text().tr()).contains("geri çevirdi", "550");
        assertThat(test.copies().get(1).text().en()).contains("refused", "550");
        assertThat(test.copies().get(2).text().en()).contains("directory");
        assertThat(tests())
                .singleElement()
                .satisfies(e -> assertThat(e.data()).containsEntry("outcome", "NOT_ACCEPTED"));
    }

    @Test
    void aLostConnectionIsTold() {
        transport.answering(d -> Answer.inDoubt(true));
        assertThat(send(Samples.REQUESTER, Samples.REQUESTER, Samples.DEAN).copies())
                .extracting(TestSend.Copy::result)
                .containsExactly(TestSend.Result.IN_DOUBT, TestSend.Result.DEFERRED);
        transport.answering(d -> Answer.crash(true));
        assertThat(send(Samples.REQUESTER, Samples.REQUESTER).copies())
                .extracting(TestSend.Copy::result)
                .containsExactly(TestSend.Result.IN_DOUBT);
        transport.refusingToOpen(FailureScope.SESSION);
        assertThat(send(Samples.REQUESTER, Samples.REQUESTER).copies())
                .singleElement()
                .satisfies(c -> {
                    assertThat(c.result()).isEqualTo(TestSend.Result.DEFERRED);
                    assertThat(c.text().tr()).isEqualTo("Bağlantı kurulamadı.");
                });
        assertThat(transport.sessionsOpen()).isZero();
    }

    @Test
    void aRequestThatIsOverIsNotTestedAndNotToTooMany() {
        assertThatThrownBy(() -> send(Samples.REQUESTER)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> send(Samples.REQUESTER, Samples.DEAN, Samples.DEAN))
                .isInstanceOf(IllegalArgumentException.class);
        process.requests().cancel(Samples.REQUESTER, request.id(), "vazgeçildi");
        refused(ErrorCode.STATE, () -> send(Samples.REQUESTER, Samples.REQUESTER));
    }

    private static void refused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
