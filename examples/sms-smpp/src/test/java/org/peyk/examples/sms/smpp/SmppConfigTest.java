package org.peyk.examples.sms.smpp;

import java.time.Duration;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.junit.jupiter.api.Test;
import org.peyk.ConfigurationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SmppConfigTest {

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingSecretIsShown() {
        SmppConfigBuilder wrong = SmppConfig.builder(" ", 0, "", "cokgizliparola", "ÜNİVERSİTE")
                .systemType("x".repeat(13))
                .sessions(0)
                .window(0)
                .maxParts(256)
                .connectTimeout(Duration.ZERO)
                .responseTimeout(Duration.ofDays(2))
                .enquireLink(Duration.ofSeconds(-1))
                .throttleWait(Duration.ZERO)
                .validity(Duration.ofSeconds(1));
        ConfigurationException e = catchThrowableOfType(ConfigurationException.class, wrong::build);
        assertThat(e.problems()).hasSize(14);
        assertThat(e + " " + e.problems() + wrong).doesNotContain("cokgizli");
    }

    @Test
    void theDefaultsAreSound() {
        SmppConfig config = SmppConfig.builder("sms.example", 2775, "hesap", "parola12", "UNIVERSITE")
                .build();
        assertThat(config.responseTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.window()).isEqualTo(10);
        assertThat(config.toString()).contains("sms.example").doesNotContain("hesap", "parola12");
    }

    @Test
    void aBuiltConfigurationDoesNotChangeAnyMore() {
        SmppConfigBuilder builder = SmppConfig.builder("sms.example", 2775, "hesap", "parola12", "UNIVERSITE");
        SmppConfig config = builder.build();
        builder.window(3);
        assertThat(config.window()).isEqualTo(SmppConfigBuilder.WINDOW);
    }

    @Test
    void theSenderIsANameANumberOrAShortNumber() {
        assertThat(SourceAddress.of("UNIVERSITE"))
                .isEqualTo(new SourceAddress(TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, "UNIVERSITE"));
        assertThat(SourceAddress.of("+903122971000"))
                .isEqualTo(new SourceAddress(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, "903122971000"));
        assertThat(SourceAddress.of("4607"))
                .isEqualTo(new SourceAddress(TypeOfNumber.NETWORK_SPECIFIC, NumberingPlanIndicator.UNKNOWN, "4607"));
        assertThat(SourceAddress.valid("ÜNİVERSİTE")).isFalse();
        assertThat(SourceAddress.valid("UZUNUNIVERSITE")).isFalse();
    }

    @Test
    void theValidityIsARelativeTime() {
        assertThat(SmppLink.validity(Duration.ofHours(49).plusMinutes(5))).isEqualTo("000002010500000R");
        assertThat(SmppLink.validity(null)).isNull();
    }
}
