package org.peyk;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.directory.Role;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.testing.RecordingTransport;

/** A whole process over a portal's database, and the way of a request up to some point, through the public API alone. */
public final class PortalProcess {

    private PortalProcess() {}

    public static MailProcessBuilder over(DataSource database, Clock clock) {
        return over(database, clock, people().build(), Samples.plan(Samples.step("dean", 1, 1, Samples.DEAN)));
    }

    public static MailProcessBuilder over(DataSource database, Clock clock, StaticDirectory people, ApprovalPlan plan) {
        return MailProcess.builder()
                .store(database)
                .clock(clock)
                .node("node-1")
                .directory(people)
                .policy(context -> plan)
                .recipientSource(new OneGroup())
                .transport(new RecordingTransport())
                .discoverPlugins(false);
    }

    public static StaticDirectory.Builder people() {
        return StaticDirectory.builder()
                .person(Samples.REQUESTER, "Talep Eden", Samples.FACULTY, null)
                .person(Samples.EDITOR, "Düzenleyen", Samples.FACULTY, null)
                .person(Samples.DEAN, "Dekan", Samples.FACULTY, null)
                .person(Samples.REGISTRAR, "Öğrenci İşleri", Samples.FACULTY, null)
                .person(Samples.DEPUTY, "Vekil", Samples.FACULTY, null)
                .person(Samples.STRANGER, "Başkası", Samples.FACULTY, null)
                .role(Samples.DEAN, Role.of("DEAN"));
    }

    public static RequestId draft(Requests requests) {
        return requests.create(Requester.of(Samples.REQUESTER, Samples.FACULTY), Samples.form())
                .id();
    }

    /** A request that is in approval. */
    public static RequestId submitted(Requests requests) {
        RequestId id = draft(requests);
        requests.submit(Samples.REQUESTER, id);
        return id;
    }

    /** A request that is approved. */
    public static RequestId approved(Requests requests) {
        RequestId id = submitted(requests);
        requests.approve(Samples.DEAN, id, requests.get(id).digest());
        return id;
    }

    /** A hundred people. */
    private static final class OneGroup implements RecipientSource {
        @Override
        public String name() {
            return "list";
        }

        @Override
        public List<AudienceGroup> groups() {
            return List.of(new AudienceGroup("akademik", LocalizedText.of("Akademik", "Academic")));
        }

        @Override
        public long count(Selection selection) {
            return 100;
        }

        @Override
        public RecipientPage page(Selection selection, @Nullable String after, int limit) {
            List<Recipient> all = IntStream.range(0, 100)
                    .mapToObj(i -> Recipient.ofMail(PersonId.of("S-" + i), "kisi" + i + "@ornek.edu.tr"))
                    .toList();
            int from = after == null ? 0 : Integer.parseInt(after);
            int to = Math.min(all.size(), from + limit);
            return new RecipientPage(all.subList(from, to), List.of(), to == all.size() ? null : Integer.toString(to));
        }
    }
}
