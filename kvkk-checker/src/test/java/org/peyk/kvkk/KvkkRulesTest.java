package org.peyk.kvkk;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.peyk.spi.check.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KvkkRulesTest {

    @Test
    void wrongSettingsAreReportedAllAtOnceWithoutTheirValues() {
        KvkkRules.Builder builder = KvkkRules.builder()
                .institutionDomains("example")
                .ownIbans("TR330006100519786457841326", "TR33-0006")
                .institutionPhonePrefixes("on iki")
                .studentNumberPatterns("##")
                .roleLocalParts("a@b")
                .studentListFrom(1);
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("institutionDomains entry 0")
                .hasMessageContaining("ownIbans entry 1")
                .hasMessageContaining("institutionPhonePrefixes entry 0")
                .hasMessageContaining("studentNumberPatterns entry 0")
                .hasMessageContaining("roleLocalParts")
                .hasMessageContaining("studentListFrom")
                .hasMessageNotContaining("0006");
    }

    @Test
    void severityRulesNeedDifferentNames() {
        SeverityRule rule =
                new SeverityRule("a", PersonalDataType.TCKN, Certainty.VERIFIED, Circumstance.ANY, 1, Severity.BLOCK);
        KvkkRules.Builder builder = KvkkRules.builder().severityRules(List.of(rule, rule));
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("severityRules");
        assertThatThrownBy(() -> new SeverityRule(
                        " ", PersonalDataType.TCKN, Certainty.VERIFIED, Circumstance.ANY, 1, Severity.BLOCK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SeverityRule(
                        "a", PersonalDataType.TCKN, Certainty.VERIFIED, Circumstance.ANY, 0, Severity.BLOCK))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDefaultsCoverEveryKind() {
        assertThat(KvkkRules.DEFAULT.severityRules())
                .extracting(SeverityRule::type)
                .contains(PersonalDataType.values());
        assertThat(KvkkRules.DEFAULT).isEqualTo(KvkkRules.builder().build());
    }
}
