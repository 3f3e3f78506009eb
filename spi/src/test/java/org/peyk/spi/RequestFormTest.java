package org.peyk.spi;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RequestFormTest {
    private static final Sender SENDER =
            new Sender("duyuru@universite.example", "Rektörlük", "yanit@universite.example");

    private static RequestForm full() {
        return RequestForm.builder(Purpose.INVITATION)
                .detail(Detail.PLACE, "  Mimar Sinan Salonu ")
                .detail(Detail.DATE, "2026-12-01")
                .content(Content.of(LanguageVersion.plain(Locale.forLanguageTag("tr"), "Davet", "Bekleriz")))
                .audience(Audience.of(Selection.of("obs", "ogrenci")).expecting(23_000))
                .sender(SENDER)
                .channels(Set.of(Channel.SMS, Channel.MAIL))
                .window(new SendingWindow(null, Instant.parse("2026-12-01T06:00:00Z")))
                .inDoubt(InDoubtPolicy.RESEND)
                .replyUnit(UnitId.of("muh"))
                .build();
    }

    @Test
    void isRebuiltAsItIs() {
        RequestForm form = full();
        assertThat(form.toBuilder().build()).isEqualTo(form).hasSameHashCodeAs(form);
        RequestForm bare = RequestForm.builder(Purpose.OUTAGE).build();
        assertThat(bare.toBuilder().build()).isEqualTo(bare);
    }

    @Test
    void isChangedInOnePartOnly() {
        RequestForm form = full();
        RequestForm other = form.toBuilder().inDoubt(InDoubtPolicy.HOLD).build();
        assertThat(other.inDoubtPolicy()).isEqualTo(InDoubtPolicy.HOLD);
        assertThat(other.toBuilder().inDoubt(InDoubtPolicy.RESEND).build()).isEqualTo(form);
        assertThat(form.inDoubtPolicy()).isEqualTo(InDoubtPolicy.RESEND);
    }

    @Test
    void startsWithWhatIsSafe() {
        RequestForm form = RequestForm.builder(Purpose.CONDOLENCE).build();
        assertThat(form.purpose()).isEqualTo(Purpose.CONDOLENCE);
        assertThat(form.details()).isEmpty();
        assertThat(form.content()).isEqualTo(Content.EMPTY);
        assertThat(form.audience()).isEqualTo(Audience.NOBODY);
        assertThat(form.sender()).isNull();
        assertThat(form.channels()).containsExactly(Channel.MAIL);
        assertThat(form.window()).isEqualTo(SendingWindow.ANY_TIME);
        assertThat(form.inDoubtPolicy()).isEqualTo(InDoubtPolicy.HOLD);
        assertThat(form.replyUnit()).isNull();
    }

    @Test
    void stripsDetailsAndForgetsBlankOnes() {
        RequestForm form = full();
        assertThat(form.details()).containsEntry(Detail.PLACE, "Mimar Sinan Salonu");
        RequestForm without = form.toBuilder().detail(Detail.PLACE, " ").build();
        assertThat(without.details()).containsOnlyKeys(Detail.DATE);
    }

    @Test
    void keepsDetailsAndChannelsInTheOrderOfTheirKinds() {
        Map<Detail, String> details = new HashMap<>();
        List.of(Detail.URGENCY_REASON, Detail.DATE, Detail.PLACE).forEach(d -> details.put(d, "x"));
        RequestForm form = new RequestForm(
                Purpose.EMERGENCY,
                details,
                Content.EMPTY,
                Audience.NOBODY,
                null,
                Set.of(Channel.SMS, Channel.MAIL),
                SendingWindow.ANY_TIME,
                InDoubtPolicy.HOLD,
                null);
        assertThat(form.details().keySet()).containsExactly(Detail.PLACE, Detail.DATE, Detail.URGENCY_REASON);
        assertThat(form.channels()).containsExactly(Channel.MAIL, Channel.SMS);
    }

    @Test
    void keepsCopies() {
        EnumMap<Detail, String> details = new EnumMap<>(Map.of(Detail.PLACE, "Salon"));
        EnumSet<Channel> channels = EnumSet.of(Channel.MAIL);
        RequestForm form = new RequestForm(
                Purpose.INVITATION,
                details,
                Content.EMPTY,
                Audience.NOBODY,
                null,
                channels,
                SendingWindow.ANY_TIME,
                InDoubtPolicy.HOLD,
                null);
        details.put(Detail.HOST, "Dekanlık");
        channels.add(Channel.SMS);
        assertThat(form.details()).containsOnlyKeys(Detail.PLACE);
        assertThat(form.channels()).containsExactly(Channel.MAIL);
        assertThatThrownBy(() -> form.details().put(Detail.HOST, "x"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> form.channels().add(Channel.SMS)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesAFormThatGoesNoWay() {
        RequestForm.Builder builder = RequestForm.builder(Purpose.CALL).channels(Set.of());
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageContaining("channels");
    }

    @Test
    void refusesADetailOfSeveralLines() {
        RequestForm.Builder builder = RequestForm.builder(Purpose.CALL).detail(Detail.HOST, "Dekanlık\nBcc: x");
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining("details[HOST]")
                .withMessageNotContaining("Dekan");
    }

    @Test
    void expectsNoLessThanNobody() {
        assertThat(Audience.NOBODY.expecting(0).expectedSize()).isEqualTo(OptionalLong.of(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Audience.NOBODY.expecting(-1));
    }
}
