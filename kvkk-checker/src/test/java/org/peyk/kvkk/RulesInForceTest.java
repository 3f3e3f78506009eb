package org.peyk.kvkk;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.peyk.kvkk.rules.JsonRules;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.check.Finding;

import static org.assertj.core.api.Assertions.assertThat;

/** What a changed document of rules changes in verdicts. */
class RulesInForceTest {

    private static final String TEXT = "Görüşmek için Ayşe Yılmaz, 0532 123 45 67. Vize notu: Ayşe Yılmaz 61.";

    private static List<Finding> findings(String rules, long audience) throws IOException {
        String json = "{\"format\": \"peyk-kvkk-rules-1\", \"name\": \"n\", \"rules\": [" + rules + "], "
                + Silence.ofAllBut(PersonalDataType.MOBILE_PHONE) + "}";
        CheckedRequest request = new CheckedRequest();
        request.version(new LanguageVersion(Locale.forLanguageTag("tr"), "Duyuru", null, TEXT, null));
        return request.findings(new KvkkCheck(JsonRules.parse(json)), audience);
    }

    private static final String PHONE =
            "{\"id\": \"cep\", \"type\": \"MOBILE_PHONE\", \"certainty\": \"VERIFIED\", \"severity\": \"INFO\"}";

    private static String phone(String more) {
        return "{\"id\": \"cep-2\", \"type\": \"MOBILE_PHONE\", \"certainty\": \"VERIFIED\", \"severity\": \"BLOCK\", "
                + more + "}";
    }

    @Test
    void theStrictestRuleThatAppliesDecides() throws IOException {
        assertThat(findings(PHONE, 10)).extracting(Finding::rule).containsExactly("cep");
        assertThat(Verdict.of(findings(PHONE, 10))).isEqualTo(Verdict.CLEAR);
        assertThat(Verdict.of(findings(PHONE + "," + phone("\"circumstance\": \"BESIDE_NAME\""), 10)))
                .isEqualTo(Verdict.BLOCK);
        assertThat(Verdict.of(findings(PHONE + "," + phone("\"atLeast\": 2"), 10)))
                .isEqualTo(Verdict.CLEAR);
    }

    @Test
    void aLargeAudienceIsJudgedMoreStrictlyAndAnUnknownOneIsLarge() throws IOException {
        String rules = PHONE + "," + phone("\"audienceFrom\": 500");
        assertThat(Verdict.of(findings(rules, 499))).isEqualTo(Verdict.CLEAR);
        assertThat(Verdict.of(findings(rules, 500))).isEqualTo(Verdict.BLOCK);
        assertThat(Verdict.of(findings(rules, 0))).isEqualTo(Verdict.BLOCK);
    }

    @Test
    void whatStandsWithItCounts() throws IOException {
        assertThat(Verdict.of(findings(PHONE + "," + phone("\"alongside\": [\"HEALTH\", \"PERSON_NAME\"]"), 10)))
                .isEqualTo(Verdict.BLOCK);
        assertThat(Verdict.of(findings(PHONE + "," + phone("\"alongside\": [\"HEALTH\"]"), 10)))
                .isEqualTo(Verdict.CLEAR);
    }

    @Test
    void verdictsSpeakBothLanguages() {
        assertThat(Verdict.BLOCK.text().in(Locale.forLanguageTag("tr"))).isEqualTo("gönderilemez");
        assertThat(Verdict.REVIEW.worse(Verdict.CLEAR).code()).isEqualTo("review");
    }
}
