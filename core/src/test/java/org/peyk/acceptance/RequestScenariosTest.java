package org.peyk.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.ErrorCode;
import org.peyk.MailProcessBuilder;
import org.peyk.MailRequest;
import org.peyk.Missing;
import org.peyk.Notice;
import org.peyk.NoticeConfig;
import org.peyk.NoticeKind;
import org.peyk.ReadyDocument;
import org.peyk.ReasonCode;
import org.peyk.RefusedException;
import org.peyk.RequestState;
import org.peyk.TextPiece;
import org.peyk.WorkItem;
import org.peyk.policy.JsonPolicy;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.Sender;
import org.peyk.spi.Sha256;
import org.peyk.spi.SourceDocument;
import org.peyk.spi.document.Block;
import org.peyk.spi.document.DocumentInfo;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.DocumentReader;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.ReadingHandler;
import org.peyk.spi.document.Span;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.peyk.acceptance.Campus.AYSE;
import static org.peyk.acceptance.Campus.DEAN;
import static org.peyk.acceptance.Campus.ENGINEERING;
import static org.peyk.acceptance.Campus.REGISTRAR;
import static org.peyk.acceptance.Campus.SECRETARY;

/** How a request comes in and is decided on, as its portal drives it. */
class RequestScenariosTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    @TempDir
    Path directory;

    private Campus campus() {
        return campus(b -> b.documentReader(new PlainLetters()));
    }

    private Campus campus(UnaryOperator<MailProcessBuilder> more) {
        return new Campus(
                directory,
                Campus.people(),
                b -> more.apply(b).notices(NoticeConfig.from(new Sender("surec@ornek.edu.tr", "Süreç", null))));
    }

    private static List<NoticeKind> told(Campus campus, RequestId id) {
        campus.process.notices().deliver();
        return campus.process.notices().of(id, 10).stream().map(Notice::kind).toList();
    }

    private static List<RequestId> waitingForTheDean(Campus campus) {
        return campus.process.workLists().waitingFor(DEAN, null, 10).items().stream()
                .map(WorkItem::id)
                .toList();
    }

    @Test
    void A1_anInvitationWithoutAPlaceStaysADraftAndNoApproverHearsOfIt() {
        try (Campus campus = campus()) {
            RequestId id = campus.create(
                            Campus.invitation().detail(Detail.PLACE, "").build())
                    .id();
            RefusedException refused = catchThrowableOfType(
                    RefusedException.class, () -> campus.process.requests().submit(AYSE, id));
            assertThat(refused.code()).isEqualTo(ErrorCode.INCOMPLETE);
            Missing missing = refused.refusal().missing().get(0);
            assertThat(refused.refusal().missing()).hasSize(1);
            assertThat(missing.field()).isEqualTo("details.PLACE");
            assertThat(missing.label().tr()).isEqualTo("Yer");
            assertThat(missing.label().en()).isEqualTo("Place");
            assertThat(campus.get(id).state()).isEqualTo(RequestState.DRAFT);
            assertThat(told(campus, id)).isEmpty();
            assertThat(waitingForTheDean(campus)).isEmpty();

            campus.process
                    .requests()
                    .revise(
                            AYSE,
                            id,
                            campus.get(id).version(),
                            Campus.invitation().build());
            assertThat(campus.process.requests().submit(AYSE, id).state()).isEqualTo(RequestState.IN_APPROVAL);
            assertThat(told(campus, id)).containsExactly(NoticeKind.APPROVAL_WAITING);
            assertThat(waitingForTheDean(campus)).containsExactly(id);
        }
    }

    @Test
    void A2_aReadyDocumentKeepsItsNumberAndHashAndTheApproverSeesWhatTheMailSaysOtherwise() {
        byte[] file = "Konu : Kütüphane saatleri\n\nKütüphane 22.00'ye kadar açıktır.".getBytes(StandardCharsets.UTF_8);
        try (Campus campus = campus()) {
            ReadyDocument read = campus.process
                    .preparation()
                    .readDocument(
                            new DocumentInput("yazi.pdf", "application/pdf", ByteSource.of(file)),
                            "E-2026/77",
                            TURKISH);
            LanguageVersion taken = read.content().versions().get(0);
            assertThat(taken.text()).contains("22.00'ye kadar");
            Content corrected = new Content(
                    List.of(LanguageVersion.plain(
                            TURKISH, taken.subject(), taken.text().replace("22.00'ye", "23.00'e"))),
                    List.of(),
                    read.content().source());
            MailRequest waiting =
                    campus.submitted(Campus.information().content(corrected).build());

            SourceDocument source =
                    Objects.requireNonNull(waiting.form().content().source());
            assertThat(source.registryNumber()).isEqualTo("E-2026/77");
            assertThat(source.fileName()).isEqualTo("yazi.pdf");
            assertThat(source.sha256()).isEqualTo(Sha256.hex(file));
            assertThat(waitingForTheDean(campus)).containsExactly(waiting.id());
            List<TextPiece> pieces = campus.process
                    .preparation()
                    .differenceFromDocument(campus.get(waiting.id()))
                    .orElseThrow();
            assertThat(only(pieces, TextPiece.Kind.REMOVED)).contains("22").doesNotContain("kadar");
            assertThat(only(pieces, TextPiece.Kind.ADDED)).contains("23").doesNotContain("kadar");
            assertThat(only(pieces, TextPiece.Kind.SAME)).contains("Kütüphane", "kadar açıktır.");
            assertThat(campus.process
                            .preparation()
                            .differenceFromDocument(
                                    campus.submitted(Campus.information().build())))
                    .as("without a document")
                    .isEmpty();
        }
    }

    private static String only(List<TextPiece> pieces, TextPiece.Kind kind) {
        return pieces.stream()
                .filter(p -> p.kind() == kind)
                .map(TextPiece::text)
                .collect(Collectors.joining("|"));
    }

    @Test
    @Timeout(60)
    void A5_aDoubleClickWithTheSameKeyIsOneRequestThatIsSubmittedOnce() throws Exception {
        try (Campus campus = campus()) {
            RequestForm form = Campus.information().build();
            List<Object> both = together(
                    () -> campus.process.requests().create(Requester.of(AYSE, ENGINEERING), form, "form-4711"),
                    () -> campus.process.requests().create(Requester.of(AYSE, ENGINEERING), form, "form-4711"));
            RequestId id = ((MailRequest) both.get(0)).id();
            assertThat(((MailRequest) both.get(1)).id()).isEqualTo(id);
            assertThat(campus.process.workLists().requestedBy(AYSE, null, 10).items())
                    .hasSize(1);
            List<Object> submitted = together(
                    () -> campus.process.requests().submit(AYSE, id),
                    () -> campus.process.requests().submit(AYSE, id));
            assertThat(submitted)
                    .allSatisfy(r -> assertThat(((MailRequest) r).state()).isEqualTo(RequestState.IN_APPROVAL));
            assertThat(campus.process.audit().history(id))
                    .extracting(ProcessEvent::type)
                    .containsExactly(EventType.CREATED, EventType.SUBMITTED);
            assertThat(told(campus, id)).containsExactly(NoticeKind.APPROVAL_WAITING);
            assertThat(campus.process
                            .requests()
                            .create(Requester.of(AYSE, ENGINEERING), form, "form-4712")
                            .id())
                    .as("another form")
                    .isNotEqualTo(id);
        }
    }

    @Test
    @Timeout(120)
    void E8_approveAndRejectInTheSameMomentHaveOneOutcomeAndTheOtherIsTold() throws Exception {
        JsonPolicy either = JsonPolicy.parse("""
                {"format": "peyk-approval-policy-1", "name": "either",
                 "rules": [{"id": "either", "when": {"groups": ["akademik"]},
                  "approvals": [{"roles": ["REGISTRAR", "SECRETARY_GENERAL"]}]}]}
                """);
        try (Campus campus = campus(b -> b.policy(either))) {
            for (int round = 0; round < 20; round++) {
                RequestId id = campus.submitted(Campus.information().build()).id();
                campus.clock.advance(Duration.ofSeconds(1));
                String digest = campus.get(id).digest();
                List<Object> both = together(
                        () -> campus.process.requests().approve(REGISTRAR, id, digest),
                        () -> campus.process.requests().reject(SECRETARY, id, ReasonCode.NOT_SUITABLE, "uygun değil"));
                MailRequest now = campus.get(id);
                boolean approved = both.get(0) instanceof MailRequest;
                assertThat(now.state()).isEqualTo(approved ? RequestState.APPROVED : RequestState.REJECTED);
                assertThat(both.get(approved ? 1 : 0)).isInstanceOfSatisfying(RefusedException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.STATE);
                    assertThat(e.text().tr()).contains(now.state().label().tr());
                    assertThat(e.text().en()).contains(now.state().label().en());
                });
                assertThat(told(campus, id))
                        .contains(approved ? NoticeKind.APPROVED : NoticeKind.REJECTED)
                        .doesNotContain(approved ? NoticeKind.REJECTED : NoticeKind.APPROVED);
            }
        }
    }

    /** Begins all at once; gives what each returned or was refused with. */
    @SafeVarargs
    private static List<Object> together(Callable<MailRequest>... calls) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(calls.length);
        try {
            CyclicBarrier start = new CyclicBarrier(calls.length);
            List<Future<Object>> running = new ArrayList<>();
            for (Callable<MailRequest> call : calls) {
                running.add(pool.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    try {
                        return call.call();
                    } catch (RefusedException e) {
                        return e;
                    }
                }));
            }
            List<Object> all = new ArrayList<>();
            for (Future<Object> one : running) {
                all.add(one.get(30, TimeUnit.SECONDS));
            }
            return all;
        } finally {
            pool.shutdownNow();
        }
    }

    /** Reads a letter, a paragraph between empty lines. */
    private static final class PlainLetters implements DocumentReader {
        @Override
        public PluginInfo info() {
            return new PluginInfo("letters", "1");
        }

        @Override
        public boolean accepts(DocumentInput input) {
            return true;
        }

        @Override
        public void read(DocumentInput input, ReadLimits limits, ReadingHandler handler) throws IOException {
            handler.info(DocumentInfo.of(input.mediaType()));
            try (var in = input.bytes().open()) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                for (String line : text.split("\n\n")) {
                    handler.block(new Block.Paragraph(List.of(Span.of(line))));
                }
            }
        }
    }
}
