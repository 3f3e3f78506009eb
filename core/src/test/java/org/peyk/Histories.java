package org.peyk;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peyk.internal.lifecycle.Command;
import org.peyk.internal.store.CommitHook;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.Store;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;
import org.peyk.spi.event.EventType;

/** Leads requests through the process, step by step, as the rooms of the library would; and puts rows beside them. */
public final class Histories {

    private final Store store;
    private final RequestCommands commands;

    public Histories(Store store, Clock clock, CommitHook... hooks) {
        this.store = store;
        this.commands = new RequestCommands(store, clock, List.of(hooks));
    }

    public RequestCommands commands() {
        return commands;
    }

    public RequestId draft(String id) {
        return draft(id, Samples.form());
    }

    public RequestId draft(String id, Purpose purpose) {
        RequestForm f = Samples.form();
        return draft(
                id,
                RequestForm.builder(purpose)
                        .content(f.content())
                        .audience(f.audience())
                        .build());
    }

    public RequestId draft(String id, RequestForm form) {
        RequestId request = RequestId.of(id);
        commands.create(
                new Command.Create(
                        request, Requester.of(Samples.REQUESTER, Samples.FACULTY), form, Samples.digest(form)),
                Samples.REQUESTER,
                null);
        return request;
    }

    public void submit(RequestId id) {
        commands.execute(id, Samples.REQUESTER, r -> new Command.Submit(r.digest(), Samples.passing()));
    }

    public void submitIncomplete(RequestId id) {
        refused(() -> commands.execute(id, Samples.REQUESTER, r -> new Command.Submit(r.digest(), Samples.lacking())));
    }

    public void submitBlocked(RequestId id) {
        refused(() -> commands.execute(
                id,
                Samples.REQUESTER,
                r -> new Command.Submit(
                        r.digest(),
                        new Command.Submission(List.of(), List.of(finding()), 100, Samples.plan(), Set.of()))));
    }

    public static CheckedFinding finding() {
        return new CheckedFinding(
                "k1",
                "kvkk",
                new Finding(
                        "KVKK-TCKN",
                        Severity.BLOCK,
                        Place.in(Place.Part.TEXT, 0, 3),
                        "123*****",
                        1,
                        Samples.plan().explanation(),
                        Samples.plan().explanation(),
                        "tckn",
                        null),
                null);
    }

    private static void refused(Runnable command) {
        try {
            command.run();
        } catch (RefusedException e) {
            return;
        }
        throw new AssertionError("the submission was to be refused");
    }

    public void revise(RequestId id, String text) {
        RequestForm form = Samples.form(text);
        commands.execute(
                id,
                Samples.EDITOR,
                r -> new Command.Revise(r.version(), form, Samples.digest(form), Samples.passing()));
    }

    public void release(RequestId id) {
        commands.execute(
                id,
                Samples.DEPUTY,
                r -> new Command.ReleaseFinding(finding(), true, "KVKK m. 5/2-ç", "Duyuru için gerekli"));
    }

    public void approve(RequestId id, PersonId by, String step) {
        commands.execute(id, by, r -> new Command.Approve(r.digest(), List.of(new Command.Standing(step, null))));
    }

    public void approveAll(RequestId id) {
        approve(id, Samples.DEAN, "dean");
        approve(id, Samples.REGISTRAR, "registrar");
    }

    public void sendBack(RequestId id, ReasonCode reason) {
        commands.execute(
                id,
                Samples.DEAN,
                r -> new Command.RequestChanges(reason, "Saat yanlış", List.of(new Command.Standing("dean", null))));
    }

    public void reject(RequestId id, ReasonCode reason) {
        commands.execute(
                id,
                Samples.DEAN,
                r -> new Command.Reject(reason, "Uygun değil", List.of(new Command.Standing("dean", null))));
    }

    public void schedule(RequestId id) {
        commands.execute(id, Samples.REQUESTER, r -> new Command.Schedule(null));
    }

    public void startSending(RequestId id) {
        commands.execute(id, null, r -> new Command.StartSending(r.digest()));
    }

    public void complete(RequestId id) {
        commands.execute(id, null, r -> new Command.Complete(Map.of("SENT", 1L)));
    }

    public void pauseAndResume(RequestId id) {
        commands.execute(id, Samples.REQUESTER, r -> new Command.Pause("BY_PERSON", "Bekleyin"));
        commands.execute(id, Samples.REQUESTER, r -> new Command.Resume());
    }

    public void comment(RequestId id, String text) {
        commands.execute(id, Samples.STRANGER, r -> new Command.Comment(text));
    }

    public void note(RequestId id, EventType type, Map<String, String> data) {
        commands.execute(id, null, r -> new Command.Note(type, data));
    }

    /** From a draft to the start of sending. */
    public RequestId sending(String id) {
        RequestId request = draft(id);
        submit(request);
        approveAll(request);
        schedule(request);
        startSending(request);
        return request;
    }

    /** Puts a row into the ledger, as an expansion would. */
    public long delivery(RequestId id, String person, String address, String messageId, String state) {
        return store.write(c -> {
            try (PreparedStatement p = c.prepareStatement(
                    "insert into peyk_delivery (request_id, channel, person_id, address, address_key, person_groups,"
                            + " batch, message_id, state, epoch, attempts, deaths, doubted, changed_at)"
                            + " values (?, 'MAIL', ?, ?, ?, '[]', 0, ?, ?, 0, 0, 0, 0, current_timestamp)",
                    new String[] {"id"})) {
                p.setString(1, id.value());
                p.setString(2, person);
                p.setString(3, address);
                p.setString(4, address);
                p.setString(5, messageId);
                p.setString(6, state);
                p.executeUpdate();
                try (ResultSet keys = p.getGeneratedKeys()) {
                    keys.next();
                    return keys.getLong(1);
                }
            }
        });
    }

    public void expansion(RequestId id, long planned) {
        sql("insert into peyk_expansion (request_id, channel, part, seen, done, recorded, planned,"
                + " folded, rejected, excluded, version) values ('" + id.value() + "', 'MAIL', 0, " + planned
                + ", true, true, " + planned + ", 0, 0, 0, 1)");
    }

    /** Runs a statement as somebody with rights on the database would. */
    public int sql(String sql) {
        return store.write(c -> {
            try (PreparedStatement p = c.prepareStatement(sql)) {
                return p.executeUpdate();
            }
        });
    }

    /** Runs statements in one transaction. */
    public void sql(List<String> statements) {
        store.run(c -> {
            for (String sql : statements) {
                try (PreparedStatement p = c.prepareStatement(sql)) {
                    p.executeUpdate();
                }
            }
        });
    }

    /** The first column of the first row, or an empty text. */
    public String one(String sql) {
        return store.read(c -> {
            try (PreparedStatement p = c.prepareStatement(sql);
                    ResultSet r = p.executeQuery()) {
                return r.next() ? String.valueOf(r.getString(1)) : "";
            }
        });
    }
}
