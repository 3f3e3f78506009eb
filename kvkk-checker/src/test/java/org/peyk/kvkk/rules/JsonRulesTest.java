package org.peyk.kvkk.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.peyk.kvkk.Certainty;
import org.peyk.kvkk.Circumstance;
import org.peyk.kvkk.KvkkRules;
import org.peyk.kvkk.PersonalDataType;
import org.peyk.kvkk.SeverityRule;
import org.peyk.kvkk.Silence;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.check.Severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JsonRulesTest {

    private static final String ONE = """
            {"format": "peyk-kvkk-rules-1", "name": "n", "rules": [
              {"id": "a", "type": "TCKN", "certainty": "VERIFIED", "severity": "BLOCK"}],
             %s}
            """.formatted(Silence.ofAllBut(PersonalDataType.TCKN));

    private static List<LocalizedText> mistakes(String json) {
        return catchThrowableOfType(RulesException.class, () -> JsonRules.parse(json))
                .problems();
    }

    @Test
    void theDefaultsComeBackAsTheyAre() {
        assertThat(JsonRules.parse(JsonRules.defaults())).isEqualTo(KvkkRules.DEFAULT);
        assertThat(JsonRules.defaults()).isEqualTo(JsonRules.write(KvkkRules.DEFAULT, "KVKK denetim kuralları"));
        assertThat(JsonRules.defaults().lines().filter(l -> l.contains("\"certainty\"")))
                .hasSameSizeAs(KvkkRules.DEFAULT.severityRules());
    }

    @Test
    void whatAnOfficerWritesIsRead() {
        KvkkRules rules = JsonRules.parse("""
                {"$schema": "kvkk-rules.schema.json", "format": "peyk-kvkk-rules-1", "name": "Kurallar",
                 "institution": {"domains": ["ornek.edu.tr"], "roleLocalParts": ["bilgi"], "ownIbans": ["TR33 0006 1005 1978 6457 8413 26"],
                   "phonePrefixes": ["0346 555"], "studentNumberPatterns": ["20#######"], "studentListFrom": 4},
                 "rules": [
                   {"id": "cep-genis", "type": "MOBILE_PHONE", "certainty": "VERIFIED", "circumstance": "BESIDE_NAME", "atLeast": 2,
                    "alongside": ["GRADE", "HEALTH"], "audienceFrom": 500, "severity": "BLOCK", "note": "Kurul kararı 2026/1"},
                   {"id": "cep", "type": "MOBILE_PHONE", "certainty": "VERIFIED", "severity": "JUSTIFY"}],
                 %s}
                """.formatted(Silence.ofAllBut(PersonalDataType.MOBILE_PHONE)));
        assertThat(rules.severityRules())
                .containsExactly(
                        new SeverityRule(
                                "cep-genis",
                                PersonalDataType.MOBILE_PHONE,
                                Certainty.VERIFIED,
                                Circumstance.BESIDE_NAME,
                                2,
                                Set.of(PersonalDataType.GRADE, PersonalDataType.HEALTH),
                                500,
                                Severity.BLOCK),
                        new SeverityRule(
                                "cep",
                                PersonalDataType.MOBILE_PHONE,
                                Certainty.VERIFIED,
                                Circumstance.ANY,
                                1,
                                Severity.JUSTIFY));
        assertThat(rules.institutionDomains()).containsExactly("ornek.edu.tr");
        assertThat(rules.roleLocalParts()).containsExactly("bilgi");
        assertThat(rules.publicMailDomains()).isEqualTo(KvkkRules.DEFAULT.publicMailDomains());
        assertThat(rules.studentListFrom()).isEqualTo(4);
        assertThat(JsonRules.parse(JsonRules.write(rules, "yeniden"))).isEqualTo(rules);
    }

    @Test
    void allMistakesAreListedAtOnceWithTheirPlacesInBothLanguages() {
        List<LocalizedText> mistakes = mistakes("""
                {"format": "peyk-kvkk-rules-2",
                 "institution": {"domains": ["ornek.edu.tr", "@gizli"], "ownIbans": ["TR12 gizli"], "studentListFrom": 1, "kurum": "x"},
                 "rules": [
                  {"id": "a", "type": "SHOE_SIZE", "certainty": "VERIFIED", "severity": "BLOCK"},
                  {"id": "b", "type": "TCKN", "certainty": "VERIFIED", "severity": "STOP", "atLeast": 0},
                  {"id": "b", "type": "TCKN", "certainty": "MASKED", "severity": "INFO", "alongside": ["TCKN"], "audienceFrom": -1},
                  {"id": "c", "type": "TCKN", "certainty": "PROBABLE", "severity": "INFO"},
                  {"id": "d", "type": "TCKN", "certainty": "PROBABLE", "severity": "BLOCK"},
                  {"id": " ", "circumstances": "ANY"},
                  "e"
                ], "silent": ["IBAN", "TCKN", "IBAN", "SHOE_SIZE"]}
                """);
        assertThat(mistakes)
                .extracting(m -> m.en().substring(0, m.en().indexOf(':')))
                .containsExactlyInAnyOrder(
                        "/format",
                        "/name",
                        "/institution/kurum",
                        "/institution/domains/1",
                        "/institution/ownIbans/0",
                        "/institution/studentListFrom",
                        "/rules/0/type",
                        "/rules/1/severity",
                        "/rules/1/atLeast",
                        "/rules/2/id",
                        "/rules/2/alongside/0",
                        "/rules/2/audienceFrom",
                        "/rules/4",
                        "/rules/5/id",
                        "/rules/5/type",
                        "/rules/5/certainty",
                        "/rules/5/severity",
                        "/rules/5/circumstances",
                        "/rules/6",
                        "/silent/1",
                        "/silent/2",
                        "/silent/3",
                        "/rules");
        assertThat(mistakes).allSatisfy(m -> {
            assertThat(m.tr()).startsWith(m.en().substring(0, m.en().indexOf(':')));
            assertThat(m.tr()).isNotEqualTo(m.en()).doesNotContain("gizli", "SHOE_SIZE");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"circumstance", "atLeast", "alongside", "audienceFrom", "note", "severity"})
    void nullIsNotTheDefault(String field) {
        String json = ONE.replace("\"severity\": \"BLOCK\"", "\"severity\": \"BLOCK\", \"" + field + "\": null");
        String given = field.equals("severity") ? ONE.replace("\"BLOCK\"", "null") : json;
        assertThat(mistakes(given)).singleElement().satisfies(m -> {
            assertThat(m.tr()).startsWith("/rules/0/" + field + ": null olamaz");
            assertThat(m.en()).startsWith("/rules/0/" + field + ": must not be null");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"institution", "silent", "rules", "name"})
    void nullIsNoPartOfADocument(String field) throws Exception {
        ObjectNode document = (ObjectNode) new ObjectMapper().readTree(JsonRules.defaults());
        document.putNull(field);
        assertThat(mistakes(document.toString()))
                .extracting(LocalizedText::en)
                .containsExactly("/" + field + ": must not be null; give a value, or leave the field out.");
    }

    @Test
    void anEmptyListOfOtherKindsIsNoCondition() {
        assertThat(mistakes(ONE.replace("\"severity\"", "\"alongside\": [], \"severity\"")))
                .extracting(LocalizedText::en)
                .containsExactly("/rules/0/alongside: must name a kind, or be left out.");
    }

    @Test
    void aKindThatIsForgottenIsNoSilentOne() {
        String forgotten = ONE.replace("\"HEALTH\", ", "").replace("\"IBAN\", ", "");
        assertThat(mistakes(forgotten)).singleElement().satisfies(m -> {
            assertThat(m.tr()).startsWith("/rules: şu türlerin kuralı yok: IBAN, HEALTH.");
            assertThat(m.en()).startsWith("/rules: has no rule for these kinds: IBAN, HEALTH.");
        });
    }

    @Test
    void whatIsSilentIsWrittenDown() {
        KvkkRules rules = JsonRules.parse(ONE);
        assertThat(JsonRules.write(rules, "n")).contains("\"silent\": [\"YKN\"");
        assertThat(JsonRules.parse(JsonRules.write(rules, "n"))).isEqualTo(rules);
        assertThat(JsonRules.defaults()).doesNotContain("silent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"name\": \"gizli\",\n oops}",
                "{} {}",
                "{\"a\":1,\n\"a\":2}",
                "{\"format\": \"peyk-kvkk-rules-1\", \"name\": \"n\", \"rules\": []}",
                "{\"format\": \"peyk-kvkk-rules-1\", \"name\": \"n\", \"rules\": {}}"
            })
    void whatIsNoDocumentOfRulesIsRefusedWithoutItsText(String json) {
        assertThatThrownBy(() -> JsonRules.parse(json))
                .isInstanceOf(RulesException.class)
                .hasMessageNotContainingAny("gizli", "oops");
    }

    @Test
    void aFileIsReadAsUtf8(@TempDir Path directory) throws Exception {
        Path file =
                Files.writeString(directory.resolve("kurallar.json"), ONE.replace("\"n\"", "\"Şükrü'nün kuralları\""));
        assertThat(JsonRules.read(file).severityRules()).hasSize(1);
    }

    @Test
    void thePublishedSchemaHasTheFieldsAndNamesThatAreRead() throws Exception {
        JsonNode schema = new ObjectMapper().readTree(JsonRules.schema());
        JsonNode parts = schema.get("$defs");
        assertThat(fields(schema)).isEqualTo(RulesReader.DOCUMENT);
        assertThat(fields(parts.get("institution"))).isEqualTo(RulesReader.INSTITUTION);
        assertThat(fields(parts.get("rule"))).isEqualTo(RuleTableReader.RULE);
        assertThat(parts.at("/rule/properties/atLeast/maximum").intValue()).isEqualTo(RuleTableReader.MOST_COUNTED);
        assertThat(schema.at("/properties/format/const").textValue()).isEqualTo(RulesReader.FORMAT);
        assertThat(names(parts.at("/type/enum"))).isEqualTo(names(PersonalDataType.values()));
        assertThat(names(parts.at("/rule/properties/certainty/enum"))).isEqualTo(names(Certainty.values()));
        assertThat(names(parts.at("/rule/properties/circumstance/enum"))).isEqualTo(names(Circumstance.values()));
        assertThat(names(parts.at("/rule/properties/severity/enum"))).isEqualTo(names(Severity.values()));
    }

    private static Set<String> fields(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> names(JsonNode list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                .map(i -> list.get(i).textValue())
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
