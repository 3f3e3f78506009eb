package org.peyk.acceptance;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.DeliveryReason;
import org.peyk.DeliveryState;
import org.peyk.ErrorCode;
import org.peyk.ExclusionReason;
import org.peyk.LedgerRow;
import org.peyk.PeykException;
import org.peyk.RelayLogFormat;
import org.peyk.RelayLogResult;
import org.peyk.RequestState;
import org.peyk.WhyNot;
import org.peyk.WhyNot.Cause;
import org.peyk.spi.Audience;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestId;
import org.peyk.spi.Selection;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.FailureScope;
import org.peyk.testing.RecordingTransport.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is known of single recipients afterwards, and what settles messages in doubt, on each kind of store. */
abstract class EvidenceScenarios {

    @TempDir
    Path directory;

    private final LivingList list = new LivingList();
    private Campus campus;

    abstract DataSource database(Path dir);

    @BeforeEach
    void open() {
        list.with("akademik", 0, 20);
        campus = Campus.over(database(directory), list);
    }

    @AfterEach
    void close() {
        campus.close();
    }

    private RequestId sent(Set<String> doubtful, Set<String> refused) {
        campus.transport.answering(d -> {
            String who = d.envelope().recipient();
            if (refused.contains(who)) {
                return Answer.refuse(FailureScope.RECIPIENT);
            }
            Answer lost = Answer.inDoubt(true);
            return doubtful.contains(who) ? new Answer(true, lost.outcome(), false) : Answer.accept();
        });
        RequestId id = campus.approved(Campus.information()
                        .audience(Audience.of(Selection.of("list", "akademik")).expecting(20))
                        .build())
                .id();
        campus.process.requests().schedule(Campus.AYSE, id, null);
        campus.await(id, RequestState.SENT);
        return id;
    }

    private List<LedgerRow> doubts(RequestId id) {
        return campus.process.sending().rows(id, DeliveryState.IN_DOUBT, new DeliveryId(0), 100);
    }

    private long events(RequestId id, EventType type) {
        return campus.process.events().after(0, 1000).events().stream()
                .filter(e -> e.request().equals(id) && e.type() == type)
                .count();
    }

    @Test
    void theRelaysLogSettlesWhatIsInDoubtAndReadAgainChangesNothing() throws IOException {
        RequestId id = sent(Set.of("a1@ornek.edu.tr", "a2@ornek.edu.tr", "a3@ornek.edu.tr"), Set.of());
        List<LedgerRow> rows = doubts(id);
        assertThat(rows).hasSize(3);
        String log = """
                Nov 23 10:00:01 relay postfix/cleanup[12]: 4ZxQ1h0Aaa: message-id=%s
                Nov 23 10:00:01 relay postfix/qmgr[3]: 4ZxQ1h0Aaa: from=<d@ornek.edu.tr>, size=900, nrcpt=1 (queue active)
                Nov 23 10:00:01 relay postfix/cleanup[12]: 4ZxQ1h0Bbb: message-id=%s
                Nov 23 10:00:02 relay postfix/smtp[14]: 4ZxQ1h0Bbb: to=<x@y.tr>, relay=none, dsn=5.1.1, status=bounced (550)
                Nov 23 10:00:02 relay postfix/cleanup[12]: 4ZxQ1h0Ccc: message-id=<baska@ornek.edu.tr>
                Nov 23 10:00:02 relay postfix/smtp[14]: 4ZxQ1h0Ccc: to=<x@y.tr>, relay=none, status=sent (250)
                """.formatted(rows.get(0).messageId(), rows.get(1).messageId());
        RelayLogResult result =
                campus.process.sending().importRelayLog(Campus.OFFICER, RelayLogFormat.POSTFIX, new StringReader(log));
        assertThat(result).isEqualTo(new RelayLogResult(6, 2, 2, 1, 0, 0));
        assertThat(doubts(id))
                .extracting(LedgerRow::id)
                .containsExactly(rows.get(2).id());
        List<LedgerRow> settled = campus.process.sending().rows(id, DeliveryState.SENT, new DeliveryId(0), 100).stream()
                .filter(r -> r.reason() == DeliveryReason.EVIDENCE)
                .toList();
        assertThat(settled).hasSize(2);
        assertThat(settled.stream().filter(r -> r.bouncedAt() != null)).hasSize(1);
        assertThat(events(id, EventType.IN_DOUBT_SETTLED)).isEqualTo(2);

        RelayLogResult again =
                campus.process.sending().importRelayLog(Campus.OFFICER, RelayLogFormat.POSTFIX, new StringReader(log));
        assertThat(again).isEqualTo(new RelayLogResult(6, 2, 0, 0, 0, 0));
        assertThat(events(id, EventType.IN_DOUBT_SETTLED)).isEqualTo(2);

        String answer = "message-id;status\n" + rows.get(2).messageId() + ";absent\n";
        assertThat(campus.process
                        .sending()
                        .importRelayLog(Campus.OFFICER, RelayLogFormat.CSV, new StringReader(answer)))
                .isEqualTo(new RelayLogResult(2, 1, 0, 0, 1, 0));
        assertThat(doubts(id)).as("a person decides about it").hasSize(1);
        assertThat(campus.process.sending().books(id).balanced()).isTrue();
        assertThat(campus.process.audit().verify(id)).isEmpty();
        assertThatThrownBy(() -> campus.process
                        .sending()
                        .importRelayLog(Campus.AYSE, RelayLogFormat.CSV, new StringReader(answer)))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_PERMITTED));
    }

    @Test
    void whySomebodyGotNothingIsAnsweredExactly() {
        list.with(
                "akademik",
                Recipient.ofMail(PersonId.of("B-SAME"), "A4@ORNEK.EDU.TR"),
                Recipient.ofMail(PersonId.of("B-NONE"), "kirik adres"));
        campus.process
                .exclusions()
                .exclude(Campus.OFFICER, List.of(PersonId.of("A-0005")), ExclusionReason.LEFT, "personel");
        RequestId id = sent(Set.of("a6@ornek.edu.tr"), Set.of("a7@ornek.edu.tr"));
        assertThat(causes(id, "A-0001")).containsExactly(Cause.GOT_IT);
        assertThat(causes(id, "A-0005")).containsExactly(Cause.LEFT_OUT);
        assertThat(causes(id, "A-0006")).containsExactly(Cause.IN_DOUBT);
        assertThat(causes(id, "A-0007")).containsExactly(Cause.FAILED);
        assertThat(causes(id, "B-SAME")).containsExactly(Cause.SAME_ADDRESS);
        assertThat(causes(id, "B-NONE")).containsExactly(Cause.NO_ADDRESS);
        assertThat(causes(id, "Z-NEW")).containsExactly(Cause.NOT_IN_AUDIENCE);
        assertThat(why(id, "A-0005").answers().get(0).text().tr()).isEqualTo("Hariç tutuldu: Ayrıldı.");
        assertThat(why(id, "A-0007").answers().get(0).text().en())
                .isEqualTo("It could not be sent: The server refused the recipient (5.1.1).");

        WhyNot byAddress = campus.process.sending().whyNot(Campus.OFFICER, id, Channel.MAIL, "A7@Ornek.edu.tr");
        assertThat(byAddress.answers().get(0).cause()).isEqualTo(Cause.FAILED);
        assertThat(campus.process
                        .sending()
                        .whyNot(Campus.GUARDIAN, id, Channel.MAIL, "yok@ornek.edu.tr")
                        .answers()
                        .get(0)
                        .cause())
                .isEqualTo(Cause.NOT_IN_AUDIENCE);
        assertThatThrownBy(() -> campus.process.sending().whyNot(Campus.STRANGER, id, PersonId.of("A-0001")))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_PERMITTED));

        List<ProcessEvent> asked = campus.process.events().after(0, 1000).events().stream()
                .filter(e -> e.type() == EventType.WHY_NOT_ASKED)
                .toList();
        assertThat(asked).hasSize(11);
        assertThat(asked.toString().toLowerCase(java.util.Locale.ROOT)).doesNotContain("a7@", "a-0007", "yok@");
        RequestId draft = campus.create(Campus.information().build()).id();
        assertThat(causes(draft, "A-0001")).containsExactly(Cause.NOT_BEGUN);
    }

    private List<Cause> causes(RequestId id, String person) {
        return why(id, person).answers().stream().map(WhyNot.Answer::cause).collect(Collectors.toList());
    }

    private WhyNot why(RequestId id, String person) {
        return campus.process.sending().whyNot(Campus.AYSE, id, PersonId.of(person));
    }
}
