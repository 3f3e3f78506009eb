package org.peyk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.calendar.LeadTimes;
import org.peyk.calendar.WorkingCalendar;
import org.peyk.internal.approval.PolicyRunner;
import org.peyk.internal.approval.Standings;
import org.peyk.internal.check.CheckRunner;
import org.peyk.internal.content.Documents;
import org.peyk.internal.content.ReadyDocuments;
import org.peyk.internal.delivery.DeliveryMaker;
import org.peyk.internal.lifecycle.Command.Submission;
import org.peyk.internal.lifecycle.Lifecycle;
import org.peyk.internal.plugin.Sources;
import org.peyk.internal.store.Store;
import org.peyk.policy.GroupAuthorityPolicy;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Audience;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Channel;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Selection;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.PolicyDenial;
import org.peyk.spi.directory.Role;
import org.peyk.spi.document.DocumentInput;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.transport.Envelope;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.RenderedMessage;
import org.peyk.spi.transport.Transport;
import org.peyk.testing.RecordingTransport;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PreparationTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");
    private static final Role RECTOR = Role.of("RECTOR");
    private static final ApprovalPolicy POLICY = GroupAuthorityPolicy.builder()
            .forGroup("akademik", Role.of("PERSONNEL"))
            .above(2, RECTOR)
            .build();

    private final Map<Channel, Transport> transports = Map.of(Channel.MAIL, new RecordingTransport());

    @TempDir
    Path directory;

    @BeforeEach
    void list() throws IOException {
        Files.writeString(
                directory.resolve("list.csv"),
                "id;mail;grup\n1;a@ornek.edu.tr;akademik\n2;b@ornek.edu.tr;akademik\n1;a@ornek.edu.tr;akademik\n"
                        + "3;c@ornek.edu.tr;akademik\n4;d@ornek.edu.tr;idari\n");
    }

    private Preparation preparation(@Nullable ApprovalPolicy policy) {
        StaticDirectory people = StaticDirectory.builder()
                .person(Samples.DEAN, "Dekan", null, null)
                .person(Samples.REQUESTER, "İsteyen", null, null)
                .role(Samples.DEAN, Role.of("PERSONNEL"))
                .role(Samples.REQUESTER, RECTOR)
                .build();
        ZoneId zone = ZoneId.of("Europe/Istanbul");
        Documents documents = new Documents(List.of(), ReadLimits.DEFAULT);
        Sources sources = new Sources(List.of(CsvRecipientSource.of("list", directory.resolve("list.csv"))));
        return new Preparation(
                sources,
                new CheckRunner(List.of(), List.of(), documents),
                new PolicyRunner(policy, people, zone, (permission, since, except) -> 0, (permission, r) -> false),
                new Standings(people),
                new ReadyDocuments(documents),
                new PreviewDesk(transports, SendingConfig.defaults(), new SettableClock(Samples.NOON)),
                new AudienceDesk(Store.open(Databases.h2Database(directory), () -> {}), sources, AudienceRules.DEFAULT),
                (id, content, now) -> List.of(),
                new SettableClock(Samples.NOON),
                WorkingCalendar.turkey(),
                LeadTimes.NONE,
                zone);
    }

    private static MailRequest request(RequestForm form) {
        return Lifecycle.create(Samples.create(form), Samples.REQUESTER, Samples.NOON)
                .next();
    }

    private static RequestForm withText(String text) {
        return Samples.form().toBuilder()
                .content(Content.of(LanguageVersion.plain(TURKISH, "Duyuru", text)))
                .build();
    }

    @Test
    void A1_anInvitationWithoutAPlaceIsAskedForIt() {
        RequestForm form = RequestForm.builder(Purpose.INVITATION)
                .content(Samples.form().content())
                .audience(Samples.form().audience())
                .sender(java.util.Objects.requireNonNull(Samples.form().sender()))
                .detail(Detail.HOST, "Mühendislik Fakültesi")
                .detail(Detail.DATE, "2026-12-17")
                .detail(Detail.TIME, "14:00")
                .detail(Detail.CONTACT, "dahili 2145")
                .build();
        assertThat(preparation(POLICY).missing(form)).singleElement().satisfies(m -> {
            assertThat(m.field()).isEqualTo("details.PLACE");
            assertThat(m.label().tr()).isEqualTo("Yer");
            assertThat(m.request().tr()).isEqualTo("Nerede olacağını yazın.");
        });
        Submission submission = preparation(POLICY).submission(request(form));
        assertThat(submission.missing()).hasSize(1);
        assertThat(submission.policy())
                .as("nobody is asked about what is incomplete")
                .isNull();
    }

    @Test
    void thePlanFollowsTheAudienceAsItIsNow() throws Exception {
        MailRequest r = request(Samples.form());
        assertThat(preparation(POLICY).audienceSize(r.form().audience())).isEqualTo(new AudienceSize(3, 1, 0, 0));
        assertThat(preparation(POLICY).plan(r))
                .isInstanceOfSatisfying(
                        ApprovalPlan.class,
                        p -> assertThat(p.steps())
                                .extracting(ApprovalStep::id)
                                .containsExactlyInAnyOrder("PERSONNEL", "RECTOR"));
        Files.writeString(directory.resolve("list.csv"), "id;mail;grup\n1;a@ornek.edu.tr;akademik\n");
        assertThat(preparation(POLICY).plan(r))
                .isInstanceOfSatisfying(
                        ApprovalPlan.class, p -> assertThat(p.steps()).hasSize(1));
    }

    @Test
    void A30_theSubmissionCarriesTheRealSize() {
        Submission submission = preparation(POLICY).submission(request(Samples.form()));
        assertThat(submission.missing()).isEmpty();
        assertThat(submission.findings()).isEmpty();
        assertThat(submission.audienceSize()).isEqualTo(3);
        assertThat(submission.policy()).isInstanceOf(ApprovalPlan.class);
        assertThat(submission.stepsWithoutApprover())
                .as("the only rector asked for the mail himself")
                .containsExactly("RECTOR");
    }

    @Test
    void A7_findingsAreShownBeforeSubmission() {
        MailRequest r = request(withText("Tören 29 Ekim 2026 Cuma günüdür."));
        assertThat(preparation(POLICY).check(r))
                .extracting(f -> f.finding().code())
                .containsExactly("DATE-WEEKDAY");
        assertThat(preparation(POLICY).submission(r).findings()).hasSize(1);
    }

    @Test
    void A40_withoutAPolicyThereIsNoPlan() {
        MailRequest r = request(Samples.form());
        assertThatThrownBy(() -> preparation(null).plan(r))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_POLICY));
        assertThat(preparation(null).submission(r).policy()).isNull();
        RequestForm staff = Samples.form().toBuilder()
                .audience(Audience.of(Selection.of("list", "idari")).expecting(1))
                .build();
        assertThat(preparation(POLICY).plan(request(staff))).isInstanceOf(PolicyDenial.class);
    }

    @Test
    void anAudienceThatCannotBeReadSaysWhy() {
        RequestForm unknown = Samples.form().toBuilder()
                .audience(Audience.of(Selection.of("yok", "x")).expecting(1))
                .build();
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable call :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> preparation(POLICY).audienceSize(unknown.audience()),
                        () -> preparation(POLICY).plan(request(unknown)),
                        () -> preparation(POLICY).submission(request(unknown)))) {
            assertThatThrownBy(call).isInstanceOfSatisfying(PeykException.class, e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.AUDIENCE_UNREADABLE);
                assertThat(e.text().tr()).contains("yok");
            });
        }
    }

    @Test
    void anInterruptIsKept() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> preparation(POLICY).audienceSize(Samples.form().audience()))
                .isInstanceOf(PeykException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void htmlIsCleanedWithItsText() {
        CleanedHtml cleaned =
                preparation(POLICY).cleanHtml("<p onclick=x()>Merhaba <a href=\"https://ornek.edu.tr\">siz</a></p>");
        assertThat(cleaned.html()).isEqualTo("<p>Merhaba <a href=\"https://ornek.edu.tr\">siz</a></p>");
        assertThat(cleaned.text()).isEqualTo("Merhaba siz <https://ornek.edu.tr>");
        assertThat(cleaned.removed()).hasSize(1);
        assertThat(cleaned.toString()).doesNotContain("Merhaba");
    }

    @Test
    void aDocumentThatNobodyReadsIsRefused() {
        DocumentInput input = new DocumentInput("a.xyz", "", ByteSource.of("x".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> preparation(POLICY).readDocument(input, null, TURKISH))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DOCUMENT_UNREADABLE));
    }

    @Test
    void aPreviewIsWhatTheTransportWillSend() throws Exception {
        MailRequest request = request(Samples.form());
        RenderedMessage shown = preparation(null).preview(request, Channel.MAIL, TURKISH, "bakan@ornek.edu.tr");
        OutboundMessage sent = new DeliveryMaker(request, SendingConfig.defaults()).message(TURKISH);
        Envelope reader = new Envelope("a@ornek.edu.tr", null, "geri@ornek.edu.tr", "<1@x>", Samples.NOON, List.of());
        RenderedMessage leaves = new RecordingTransport().render(sent, reader);
        assertThat(shown.bodySha256()).isEqualTo(leaves.bodySha256());
        assertThat(shown.bytes().open().readAllBytes())
                .isEqualTo(leaves.bytes().open().readAllBytes());
    }

    @Test
    void whatCannotBeShownSaysWhy() {
        Preparation preparation = preparation(null);
        MailRequest request = request(Samples.form());
        MailRequest empty = request(RequestForm.builder(Purpose.INFORMATION).build());
        assertRefused(ErrorCode.INCOMPLETE, () -> preparation.preview(empty, Channel.MAIL, null, "a@ornek.edu.tr"));
        assertRefused(ErrorCode.NO_TRANSPORT, () -> preparation.preview(request, Channel.SMS, null, "+905320000000"));
        assertRefused(
                ErrorCode.ADDRESS_MALFORMED, () -> preparation.preview(request, Channel.MAIL, null, "kötü adres"));
    }

    private static void assertRefused(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
