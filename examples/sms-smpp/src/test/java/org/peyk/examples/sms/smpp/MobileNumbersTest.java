package org.peyk.examples.sms.smpp;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.spi.Channel;
import org.peyk.spi.PersonId;
import org.peyk.spi.Selection;
import org.peyk.spi.recipient.AudienceGroup;
import org.peyk.spi.recipient.Recipient;
import org.peyk.spi.recipient.RecipientPage;
import org.peyk.spi.recipient.RecipientSource;

import static org.assertj.core.api.Assertions.assertThat;

class MobileNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+905550000001",
                "0555 000 00 01",
                "555 000 00 01",
                "0(555) 000-00-01",
                "0090 555 000 00 01",
                "905550000001",
                "0555.000.00.01"
            })
    void oneTelephoneHasOneForm(String written) {
        assertThat(MobileNumbers.e164(written)).contains("+905550000001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0312 297 10 00",
                "444 1 444",
                "0850 222 00 00",
                "155",
                "0555 000 00 1",
                "0555 000 00 011",
                "0555 000 00 01 dahili 5",
                "0555 000 00 01 / 02",
                "yok",
                "+90555000000１",
                "+9055500000010000000000000000000000"
            })
    void whatIsNoMobileNumberHasNone(String written) {
        assertThat(MobileNumbers.e164(written)).isEmpty();
        assertThat(MobileNumbers.isE164(written)).isFalse();
    }

    @Test
    void otherCountriesAreReachedByTheirCode() {
        assertThat(MobileNumbers.e164("+44 7400 000009")).contains("+447400000009");
        assertThat(MobileNumbers.e164("+1 202 555 0100"))
                .as("mobile or fixed, nobody can tell")
                .contains("+12025550100");
        assertThat(MobileNumbers.isE164("+447400000009")).isTrue();
        assertThat(MobileNumbers.isE164("0555 000 00 01"))
                .as("not the form itself")
                .isFalse();
    }

    @Test
    void aSourceGivesTheOneFormAndLeavesWhatIsNone() throws Exception {
        RecipientSource written = new RecipientSource() {
            @Override
            public String name() {
                return "liste";
            }

            @Override
            public List<AudienceGroup> groups() {
                return List.of();
            }

            @Override
            public long count(Selection selection) {
                return 3;
            }

            @Override
            public RecipientPage page(Selection selection, @Nullable String after, int limit) {
                return new RecipientPage(
                        List.of(person("a", "0555 000 00 01"), person("b", "0312 297 10 00"), person("c", null)),
                        List.of(),
                        null);
            }

            @Override
            public Optional<String> fingerprint(Selection selection) {
                return Optional.of("parmak izi");
            }
        };
        MobileNumberSource source = new MobileNumberSource(written);
        Selection all = Selection.of("liste", "*");
        List<Recipient> people = source.page(all, null, 10).recipients();
        assertThat(people.get(0).addresses())
                .isEqualTo(Map.of(Channel.SMS, "+905550000001", Channel.MAIL, "a@universite.example"));
        assertThat(people.get(1).addresses()).containsEntry(Channel.SMS, "0312 297 10 00");
        assertThat(people.get(2).addresses()).doesNotContainKey(Channel.SMS);
        assertThat(source.fingerprint(all)).contains("parmak izi");
        assertThat(source.count(all)).isEqualTo(3);
        assertThat(source.info()).isEqualTo(written.info());
    }

    private static Recipient person(String name, @Nullable String mobile) {
        Map<Channel, String> mail = Map.of(Channel.MAIL, name + "@universite.example");
        Map<Channel, String> addresses =
                mobile == null ? mail : Map.of(Channel.MAIL, name + "@universite.example", Channel.SMS, mobile);
        return new Recipient(PersonId.of(name), addresses, null, null, Set.of(), Map.of());
    }
}
