package org.peyk.internal.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.CheckedFinding;
import org.peyk.MailRequest;
import org.peyk.ReasonCode;
import org.peyk.Samples;
import org.peyk.internal.lifecycle.Command.Standing;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;
import org.peyk.spi.event.EventType;

/** Commands that somebody might give, sensible or not, with the actor who gives them. */
public final class RandomCommands {

    private static final List<PersonId> PEOPLE = List.of(
            Samples.REQUESTER, Samples.EDITOR, Samples.DEAN, Samples.REGISTRAR, Samples.DEPUTY, Samples.STRANGER);

    private final Random random;

    public RandomCommands(Random random) {
        this.random = random;
    }

    /** A command and who gives it; null for the process itself. */
    public record Given(Command command, @Nullable PersonId actor) {}

    public Given next(MailRequest r) {
        PersonId who = PEOPLE.get(random.nextInt(PEOPLE.size()));
        String digest = random.nextInt(10) == 0 ? "0".repeat(64) : r.digest();
        return switch (random.nextInt(26)) {
            case 0, 1 -> new Given(revise(r), random.nextBoolean() ? Samples.REQUESTER : who);
            case 2, 3 -> new Given(new Command.Submit(digest, submission()), Samples.REQUESTER);
            case 4 -> new Given(release(r), who);
            case 5, 6, 7 -> new Given(new Command.Approve(digest, List.of(new Standing("dean", null))), Samples.DEAN);
            case 8, 9, 10 ->
                new Given(new Command.Approve(digest, List.of(new Standing("registrar", null))), Samples.REGISTRAR);
            case 11 -> new Given(new Command.Approve(digest, standings()), who);
            case 12 ->
                random.nextInt(4) == 0
                        ? new Given(new Command.RequestChanges(ReasonCode.OTHER, "n", standings()), who)
                        : new Given(new Command.Comment("c"), who);
            case 13 ->
                random.nextInt(10) == 0
                        ? new Given(new Command.Reject(ReasonCode.OTHER, "n", standings()), who)
                        : new Given(new Command.Comment("c"), who);
            case 14 ->
                random.nextInt(10) == 0
                        ? new Given(new Command.Cancel("c"), who)
                        : new Given(new Command.Resume(), who);
            case 15, 16 -> new Given(new Command.Schedule(when(r)), Samples.REQUESTER);
            case 17, 18 -> new Given(new Command.StartSending(digest), null);
            case 19 ->
                random.nextInt(4) == 0
                        ? new Given(new Command.RefuseSending("X", "n"), null)
                        : new Given(new Command.Pause("X", "n"), who);
            case 20 ->
                random.nextBoolean()
                        ? new Given(new Command.RecordExpansion(random.nextInt(9), 0, 0, 0), null)
                        : new Given(new Command.Note(EventType.REPLY_RECEIVED, Map.of("kind", "HUMAN_REPLY")), null);
            case 21 ->
                random.nextInt(3) == 0
                        ? new Given(new Command.WithdrawApproval("w"), who)
                        : new Given(new Command.Remind(random.nextBoolean() ? "dean" : "registrar"), null);
            case 22 -> new Given(new Command.Delegate(anybody(), "d", List.of(new Standing("dean", null))), who);
            case 23 ->
                random.nextInt(3) == 0
                        ? new Given(new Command.HandOver(anybody(), "h"), who)
                        : new Given(new Command.Escalate("registrar"), null);
            case 24 ->
                random.nextBoolean()
                        ? new Given(new Command.CloseReview(random.nextBoolean(), true, "r"), who)
                        : new Given(new Command.WarnExpiry(r.updatedAt()), null);
            default ->
                random.nextInt(20) == 0
                        ? new Given(new Command.Expire("e"), null)
                        : new Given(new Command.Complete(Map.of("SENT", 1L)), null);
        };
    }

    private PersonId anybody() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    private Command revise(MailRequest r) {
        RequestForm form = Samples.form("Metin " + random.nextInt(5));
        int version = random.nextInt(8) == 0 ? r.version() - 1 : r.version();
        return new Command.Revise(version, form, Samples.digest(form), submission());
    }

    private Command.Submission submission() {
        return switch (random.nextInt(6)) {
            case 0 -> Samples.lacking();
            case 1 -> new Command.Submission(List.of(), List.of(), 100, null, Set.of());
            case 2 -> Samples.passing(Samples.permitted());
            default -> Samples.passing();
        };
    }

    private List<Standing> standings() {
        return switch (random.nextInt(4)) {
            case 0 -> List.of();
            case 1 -> List.of(new Standing("dean", Samples.DEAN));
            case 2 -> List.of(new Standing("registrar", null), new Standing("registrar", null));
            default -> List.of(new Standing("dean", Samples.REQUESTER), new Standing("nowhere", null));
        };
    }

    private @Nullable Instant when(MailRequest r) {
        return random.nextInt(5) == 0 ? r.updatedAt().minusSeconds(60) : null;
    }

    static Command release(MailRequest r) {
        Finding finding = new Finding(
                "X",
                Severity.JUSTIFY,
                Place.in(Place.Part.TEXT, 0, 1),
                "",
                1,
                LocalizedText.of("b", "f"),
                LocalizedText.of("y", "d"),
                "r",
                null);
        return new Command.ReleaseFinding(
                new CheckedFinding("k" + r.revision(), "c", finding, null), false, "KVKK m. 5/2-ç", "gerekli");
    }
}
