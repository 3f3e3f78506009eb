package org.peyk.acceptance;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.AudiencePreview;
import org.peyk.Books;
import org.peyk.DeliveryState;
import org.peyk.ErrorCode;
import org.peyk.ExclusionReason;
import org.peyk.LedgerCounts;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.RequestState;
import org.peyk.spi.Audience;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.Recipient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who an audience is, at submission, before sending and in the books, on each kind of store. */
abstract class AudienceScenarios {

    private static final Selection ACADEMICS = Selection.of("list", "akademik");
    private static final Selection STUDENTS = Selection.of("obs", "akademik");

    @TempDir
    Path directory;

    private final LivingList list = new LivingList();
    private final LivingList students = new LivingList("obs");
    private DataSource database;
    private Campus campus;

    abstract DataSource database(Path dir);

    @BeforeEach
    void open() {
        database = database(directory);
        campus = Campus.over(database, list, students);
    }

    @AfterEach
    void close() {
        campus.close();
    }

    private static RequestForm form(long expected, Selection... include) {
        return Campus.information()
                .audience(Audience.of(include).expecting(expected))
                .build();
    }

    private RequestId sent(RequestId id) {
        campus.process.requests().schedule(Campus.AYSE, id, null);
        campus.await(id, RequestState.SENT);
        return id;
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void A30_anAudienceFarFromTheTypedNumberWaitsUntilTheOfficeAndTheRequesterConfirmIt() {
        list.with("akademik", 0, 2341);
        RequestId id = campus.create(form(100, ACADEMICS)).id();
        refused(() -> campus.process.requests().submit(Campus.AYSE, id), ErrorCode.AUDIENCE_SIZE);
        // typing the number that was found is not yet an agreement of both
        MailRequest r = campus.get(id);
        campus.process.requests().revise(Campus.AYSE, id, r.version(), form(2341, ACADEMICS));
        refused(() -> campus.process.requests().submit(Campus.AYSE, id), ErrorCode.AUDIENCE_SIZE);
        refused(
                () -> campus.process.requests().confirmAudienceSize(Campus.STRANGER, id, 2341),
                ErrorCode.NOT_PERMITTED);
        campus.process.requests().confirmAudienceSize(Campus.AYSE, id, 2341);
        campus.process.requests().confirmAudienceSize(Campus.AYSE, id, 2341);
        refused(() -> campus.process.requests().submit(Campus.AYSE, id), ErrorCode.AUDIENCE_SIZE);
        campus.process.requests().confirmAudienceSize(Campus.OFFICER, id, 2341);
        assertThat(campus.process.requests().submit(Campus.AYSE, id).state()).isEqualTo(RequestState.IN_APPROVAL);
    }

    @Test
    void A30_aConfirmationHoldsForTheSizeThatWasShownAndForNoOtherAudience() {
        list.with("akademik", 0, 500);
        students.with("akademik", 1000, 1500);
        RequestId id = campus.create(form(100, ACADEMICS)).id();
        refused(() -> campus.process.requests().submit(Campus.AYSE, id), ErrorCode.AUDIENCE_SIZE);
        campus.process.requests().confirmAudienceSize(Campus.AYSE, id, 500);
        campus.process.requests().confirmAudienceSize(Campus.OFFICER, id, 500);
        list.with("akademik", 600, 900);
        refused(() -> campus.process.requests().submit(Campus.AYSE, id), ErrorCode.AUDIENCE_SIZE);
        for (int i = 600; i < 900; i++) {
            list.without("akademik", "A-0" + i);
        }
        assertThat(campus.process.requests().submit(Campus.AYSE, id).state()).isEqualTo(RequestState.IN_APPROVAL);
        // another audience asks anew
        RequestForm wider = form(100, ACADEMICS, STUDENTS);
        MailRequest widened =
                campus.process.requests().revise(Campus.AYSE, id, campus.get(id).version(), wider);
        assertThat(widened.state()).isEqualTo(RequestState.DRAFT);
        refused(() -> campus.process.requests().submit(Campus.AYSE, id), ErrorCode.AUDIENCE_SIZE);
    }

    @Test
    void A28_newPeopleAreAddedWithinTheToleranceAndBeyondItTheRequestGoesBack() {
        list.with("akademik", 0, 100);
        RequestId id = campus.approved(form(100, ACADEMICS)).id();
        list.with("akademik", 100, 115);
        list.without("akademik", "A-0000");
        sent(id);
        assertThat(campus.process.sending().progress(id).counts().of(DeliveryState.SENT))
                .isEqualTo(114);

        RequestId other = campus.approved(form(114, ACADEMICS)).id();
        list.with("akademik", 200, 221);
        campus.process.requests().schedule(Campus.AYSE, other, null);
        campus.await(other, RequestState.CHANGES_REQUESTED);
        MailRequest back = campus.get(other);
        assertThat(back.remark()).isEqualTo("AUDIENCE_DRIFT");
        assertThat(back.note()).contains("114", "135");
        assertThat(campus.process.sending().progress(other).counts().planned()).isZero();
        assertThat(campus.transport.accepted()).hasSize(114);
    }

    @Test
    void A29_onePersonInTwoRolesAndOneMailboxInTwoSpellingsGetOneMail() {
        list.with(
                "akademik",
                Recipient.ofMail(PersonId.of("P-1"), "arastirma.gorevlisi@ornek.edu.tr"),
                Recipient.ofMail(PersonId.of("P-2"), "IŞIK@ORNEK.EDU.TR"),
                Recipient.ofMail(PersonId.of("P-3"), "ali@örnek.edu.tr"));
        students.with(
                "akademik",
                Recipient.ofMail(PersonId.of("P-1"), "doktora.ogrencisi@ogr.ornek.edu.tr"),
                Recipient.ofMail(PersonId.of("S-2"), "ışık@ornek.edu.tr"),
                Recipient.ofMail(PersonId.of("S-3"), "ＡＬＩ@xn--rnek-4qa.edu.tr"),
                Recipient.ofMail(PersonId.of("S-4"), "baska@ornek.edu.tr"));
        RequestId id = campus.approved(form(5, ACADEMICS, STUDENTS)).id();
        sent(id);
        assertThat(campus.transport.accepted())
                .extracting(d -> d.envelope().recipient())
                .containsExactlyInAnyOrder(
                        "arastirma.gorevlisi@ornek.edu.tr",
                        "IŞIK@ORNEK.EDU.TR",
                        "ali@örnek.edu.tr",
                        "baska@ornek.edu.tr");
        LedgerCounts counts = campus.process.sending().progress(id).counts();
        assertThat(counts.folded()).isEqualTo(3);
        assertThat(counts.balanced()).isTrue();
    }

    @Test
    void whoAnAudienceIsCanBeSeenBeforeItIsSubmitted() {
        list.with("akademik", 0, 40).with("ayrilan", 0, 5);
        students.with("akademik", 30, 60);
        campus.process
                .exclusions()
                .exclude(Campus.OFFICER, List.of(PersonId.of("A-0007")), ExclusionReason.DECEASED, "Personel");
        campus.process
                .exclusions()
                .exclude(PersonId.of("A-0008"), List.of(PersonId.of("A-0008")), ExclusionReason.OPTED_OUT, "kendisi");
        Audience audience = new Audience(
                List.of(ACADEMICS, STUDENTS), List.of(Selection.of("list", "ayrilan")), OptionalLong.empty(), null);
        RequestForm official = Campus.information().audience(audience).build();
        AudiencePreview seen = campus.process.preparation().audiencePreview(official, 10);
        assertThat(seen.size().persons()).isEqualTo(55);
        assertThat(seen.size().folded()).isEqualTo(10);
        assertThat(seen.size().excluded()).isEqualTo(5);
        assertThat(seen.groups()).containsEntry(ACADEMICS, 40L).containsEntry(STUDENTS, 30L);
        assertThat(seen.listed()).containsOnlyKeys(ExclusionReason.DECEASED);
        assertThat(seen.reached()).isEqualTo(54);
        assertThat(seen.sample())
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(s -> "a***@ornek.edu.tr".equals(s.maskedAddress()))
                .noneMatch(s -> s.person().value().compareTo("A-0005") < 0
                        || s.person().value().equals("A-0007"));
        AudiencePreview event = campus.process
                .preparation()
                .audiencePreview(Campus.invitation().audience(audience).build(), 100);
        assertThat(event.listed())
                .containsEntry(ExclusionReason.DECEASED, 1L)
                .containsEntry(ExclusionReason.OPTED_OUT, 1L);
        assertThat(event.sample()).as("all of them").hasSize(53);
    }

    @Test
    void theBooksOfAllRequestsAreCheckedAndSayWhatIsOff() throws SQLException {
        list.with("akademik", 0, 7);
        RequestId first = sent(campus.approved(form(7, ACADEMICS)).id());
        RequestId second = sent(campus.approved(form(7, ACADEMICS)).id());
        RequestId draft = campus.create(form(7, ACADEMICS)).id();
        assertThat(campus.process.sending().books(first).balanced()).isTrue();
        assertThat(campus.process.sending().books(draft).counts().total()).isZero();
        List<Books> page = campus.process.sending().books(null, 1);
        assertThat(page).hasSize(1);
        List<Books> rest = campus.process.sending().books(page.get(0).request(), 10);
        assertThat(List.of(page.get(0).request(), rest.get(0).request())).containsExactlyInAnyOrder(first, second);
        assertThat(rest).hasSize(1).allMatch(Books::balanced);

        try (Connection c = database.getConnection();
                Statement s = c.createStatement()) {
            s.execute("delete from peyk_delivery where person_id = 'A-0003' and request_id = '" + first.value() + "'");
            s.execute("update peyk_delivery set state = 'PENDING' where person_id = 'A-0004' and request_id = '"
                    + first.value() + "'");
        }
        Books off = campus.process.sending().books(first);
        assertThat(off.balanced()).isFalse();
        assertThat(off.problems())
                .extracting(Books.Problem::kind)
                .containsExactly(Books.Kind.ROWS_MISSING, Books.Kind.OPEN_AFTER_END);
        assertThat(off.problems().get(0).text().tr()).contains("7", "6");
        assertThat(campus.process.sending().books(second).balanced()).isTrue();
    }
}
