package org.peyk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.peyk.internal.approval.ContentDigest;
import org.peyk.internal.audit.AnchorSealer;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.Store;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Audience;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;
import org.peyk.spi.UnitId;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.ApprovalStep;
import org.peyk.spi.approval.Authority;
import org.peyk.spi.approval.LaterReview;
import org.peyk.spi.approval.StepTiming;

/** Requests as a portal would make them, for tests. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-11-24T09:00:00Z");
    public static final PersonId REQUESTER = PersonId.of("P-1");
    public static final PersonId EDITOR = PersonId.of("P-2");
    public static final PersonId DEAN = PersonId.of("P-3");
    public static final PersonId REGISTRAR = PersonId.of("P-4");
    public static final PersonId DEPUTY = PersonId.of("P-5");
    public static final PersonId STRANGER = PersonId.of("P-6");
    public static final UnitId FACULTY = UnitId.of("U-ENG");
    public static final RequestId ID = RequestId.of("R-1");

    private Samples() {}

    /** The audit room, with the people of these samples in its directory but the deputy. */
    static Audit audit(Store store, Clock clock) {
        StaticDirectory people = StaticDirectory.builder()
                .person(REQUESTER, "Ayşe Yılmaz", FACULTY, null)
                .person(DEAN, "Prof. Dr. İpek <Öz>", FACULTY, null)
                .build();
        return new Audit(
                store,
                new AnchorSealer(store, clock),
                new DossierDesk(store, people, clock),
                ZoneId.of("Europe/Istanbul"));
    }

    public static RequestForm form() {
        return RequestForm.builder(Purpose.INFORMATION)
                .detail(Detail.CONTACT, "dahili 2145")
                .content(Content.of(LanguageVersion.plain(
                        Locale.forLanguageTag("tr"), "Kütüphane saatleri", "Kütüphane 22.00'ye kadar açıktır.")))
                .audience(Audience.of(Selection.of("list", "akademik")).expecting(100))
                .sender(new Sender("duyuru@ornek.edu.tr", "Örnek Üniversitesi", null))
                .build();
    }

    public static RequestForm form(String text) {
        return form().toBuilder()
                .content(Content.of(LanguageVersion.plain(Locale.forLanguageTag("tr"), "Kütüphane saatleri", text)))
                .build();
    }

    public static String digest(RequestForm form) {
        return ContentDigest.of(form, java.util.Map.of());
    }

    public static Command.Create create(RequestForm form) {
        return new Command.Create(ID, Requester.of(REQUESTER, FACULTY), form, digest(form));
    }

    /** Two steps at once: the dean, and the registrar's office. */
    public static ApprovalPlan plan() {
        return plan(step("dean", 1, 1, DEAN), step("registrar", 1, 1, REGISTRAR));
    }

    public static ApprovalPlan plan(ApprovalStep... steps) {
        return new ApprovalPlan("test", "test policy", List.of(steps), LocalizedText.of("Sınama", "Test"));
    }

    /** Nobody is asked, as permission was given beforehand; the registrar looks at it afterwards. */
    public static ApprovalPlan permitted() {
        LaterReview review = new LaterReview(
                LaterReview.Kind.BLANKET_PERMISSION,
                "kesinti",
                Authority.of(REGISTRAR),
                LocalizedText.of("Kesinti duyurusu", "Outage"),
                null);
        return new ApprovalPlan("test", "test policy", List.of(), LocalizedText.of("İzin", "Permission"), review);
    }

    public static ApprovalStep step(String id, int order, int quorum, PersonId... persons) {
        return new ApprovalStep(
                id,
                order,
                new Authority(Set.of(), Set.of(persons)),
                quorum,
                Set.of(ApprovalQuestion.TEXT),
                LocalizedText.of("Kural", "Rule"),
                StepTiming.NONE);
    }

    public static Command.Submission passing() {
        return passing(plan());
    }

    public static Command.Submission passing(ApprovalPlan plan) {
        return new Command.Submission(List.of(), List.of(), 100, plan, Set.of());
    }

    public static Command.Submission lacking() {
        return new Command.Submission(
                List.of(new Missing(
                        "details.PLACE", Detail.PLACE.label(), LocalizedText.of("Yeri yazın.", "Name the place."))),
                List.of(),
                100,
                plan(),
                Set.of());
    }
}
