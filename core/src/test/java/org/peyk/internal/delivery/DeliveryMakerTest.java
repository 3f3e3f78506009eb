package org.peyk.internal.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.peyk.ApprovalProgress;
import org.peyk.MailRequest;
import org.peyk.RequestState;
import org.peyk.RequestTimes;
import org.peyk.Samples;
import org.peyk.SendingConfig;
import org.peyk.SignedReturnPath;
import org.peyk.UnsubscribeLinks;
import org.peyk.internal.store.BatchKey;
import org.peyk.internal.store.ClaimedRow;
import org.peyk.spi.Channel;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.UnitId;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.Header;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryMakerTest {

    private static MailRequest request(RequestForm form, String unit) {
        return new MailRequest(
                Samples.ID,
                RequestState.SENDING,
                1,
                1,
                1,
                Requester.of(Samples.REQUESTER, UnitId.of(unit)),
                form,
                Samples.digest(form),
                Set.of(),
                0,
                null,
                List.of(),
                ApprovalProgress.NONE,
                null,
                List.of(),
                List.of(),
                RequestTimes.NONE,
                null,
                null,
                null,
                null,
                null,
                Samples.NOON,
                Samples.NOON);
    }

    private static final ClaimedRow ROW =
            new ClaimedRow(7, "n#1", 1, "a@b.tr", "Ayşe", "en", "<m@b.tr>", 0, 0, 0, null);

    @Test
    void aDeliveryCarriesWhatBelongsToItsRecipientAndWhatIsShared() {
        Delivery d =
                new DeliveryMaker(request(Samples.form(), "U-ENG"), SendingConfig.defaults()).make(ROW, Samples.NOON);
        assertThat(d.id().value()).isEqualTo(7);
        assertThat(d.envelope().recipient()).isEqualTo("a@b.tr");
        assertThat(d.envelope().recipientName()).isEqualTo("Ayşe");
        assertThat(d.envelope().messageId()).isEqualTo("<m@b.tr>");
        assertThat(d.envelope().returnPath()).isEqualTo("duyuru@ornek.edu.tr");
        assertThat(d.message().headers())
                .extracting(Header::name)
                .containsExactly("List-Id", "Auto-Submitted", "X-Auto-Response-Suppress", "Feedback-ID");
        assertThat(d.message().headers().get(0).value()).isEqualTo("<u-eng.duyuru.ornek.edu.tr>");
        assertThat(d.message().headers().get(2).value())
                .as("absences and non-delivery reports come back")
                .doesNotContain("OOF", "NDR", "All");
        assertThat(d.message().headers().get(3).value())
                .as("request, unit, purpose and domain, of which only the purpose can be read")
                .matches("[0-9a-f]{10}:[0-9a-f]{10}:information:[0-9a-f]{10}");
    }

    @Test
    void complaintsAreCountedByTheSendersDomainWhateverIsSent() {
        String one = feedbackId(request(Samples.form(), "U-ENG"));
        String other = feedbackId(request(Samples.form(), "U-LAW"));
        assertThat(one).isNotEqualTo(other);
        assertThat(one.substring(one.lastIndexOf(':'))).isEqualTo(other.substring(other.lastIndexOf(':')));
    }

    private static String feedbackId(MailRequest request) {
        return new DeliveryMaker(request, SendingConfig.defaults())
                .message(null)
                .headers()
                .get(3)
                .value();
    }

    @Test
    void reportsGoWhereTheConfigurationSays() {
        SendingConfig config =
                SendingConfig.builder().returnPath("geri@ornek.edu.tr").build();
        assertThat(new DeliveryMaker(request(Samples.form(), "u"), config)
                        .make(ROW, Samples.NOON)
                        .envelope()
                        .returnPath())
                .isEqualTo("geri@ornek.edu.tr");
    }

    @Test
    void aSignedReturnPathNamesTheRow() {
        SignedReturnPath paths = SignedReturnPath.of("donus@ornek.edu.tr", new byte[SignedReturnPath.LEAST_SECRET]);
        SendingConfig config = SendingConfig.builder()
                .returnPath("geri@ornek.edu.tr")
                .signedReturnPath(paths)
                .build();
        String path = new DeliveryMaker(request(Samples.form(), "u"), config)
                .make(ROW, Samples.NOON)
                .envelope()
                .returnPath();
        assertThat(paths.delivery(path)).hasValue(ROW.id());
    }

    /** The links are each recipient's own, so that what is shared, approved and shown in previews stays the same. */
    @Test
    void linksToUnsubscribeAreOfTheRecipientAlone() {
        UnsubscribeLinks links =
                UnsubscribeLinks.of("https://duyuru.ornek.edu.tr/{token}", new byte[SignedReturnPath.LEAST_SECRET]);
        SendingConfig config = SendingConfig.builder().unsubscribe(links).build();
        RequestForm celebration = RequestForm.builder(Purpose.CELEBRATION)
                .sender(Samples.form().sender())
                .content(Samples.form().content())
                .audience(Samples.form().audience())
                .build();
        DeliveryMaker maker = new DeliveryMaker(request(celebration, "u"), config);
        Delivery d = maker.make(ROW, Samples.NOON);
        assertThat(d.envelope().headers()).isEqualTo(links.headers(Purpose.CELEBRATION, ROW.id()));
        assertThat(d.envelope().headers()).hasSize(2);
        assertThat(d.message().contentKey())
                .isEqualTo(new DeliveryMaker(request(celebration, "u"), SendingConfig.defaults())
                        .message(null)
                        .contentKey());
        assertThat(new DeliveryMaker(request(Samples.form(), "u"), config)
                        .make(ROW, Samples.NOON)
                        .envelope()
                        .headers())
                .as("an official announcement")
                .isEmpty();
    }

    @Test
    void theSameContentHasTheSameKeyAndAnyOtherAnother() {
        DeliveryMaker one = new DeliveryMaker(request(Samples.form(), "u"), SendingConfig.defaults());
        DeliveryMaker same = new DeliveryMaker(request(Samples.form(), "u"), SendingConfig.defaults());
        DeliveryMaker text = new DeliveryMaker(request(Samples.form("başka"), "u"), SendingConfig.defaults());
        DeliveryMaker unit = new DeliveryMaker(request(Samples.form(), "v"), SendingConfig.defaults());
        assertThat(one.message(null)).isSameAs(one.message(Locale.GERMAN));
        assertThat(one.message(null).contentKey()).isEqualTo(same.message(null).contentKey());
        assertThat(one.message(null).contentKey())
                .isNotEqualTo(text.message(null).contentKey())
                .isNotEqualTo(unit.message(null).contentKey());
    }

    @Test
    void unitsThatDifferHaveListsThatDiffer() {
        assertThat(DeliveryMaker.listId("muhendislik", "x.tr")).isEqualTo("muhendislik.duyuru.x.tr");
        assertThat(DeliveryMaker.listId("Mühendislik", "x.tr"))
                .matches("m-hendislik-[0-9a-f]{8}\\.duyuru\\.x\\.tr")
                .isNotEqualTo(DeliveryMaker.listId("Mähendislik", "x.tr"));
        assertThat(DeliveryMaker.listId("İİ", "x.tr")).matches("[a-z0-9-]+\\.duyuru\\.x\\.tr");
    }

    @Test
    void aBatchIsNamedSoThatItCanBeReadBackWhateverTheRequestIsCalled() {
        BatchKey key = new BatchKey(RequestId.of("2026/Ş-1/x"), Channel.SMS, 12);
        assertThat(WorkQueue.key(WorkQueue.instance(key))).isEqualTo(key);
    }
}
