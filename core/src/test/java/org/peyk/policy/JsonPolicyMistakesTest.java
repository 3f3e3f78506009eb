package org.peyk.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.ConfigurationException;
import org.peyk.spi.Detail;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Purpose;
import org.peyk.spi.approval.ApprovalQuestion;
import org.peyk.spi.approval.LaterReview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JsonPolicyMistakesTest {

    private static List<LocalizedText> mistakes(String json) {
        return catchThrowableOfType(ConfigurationException.class, () -> JsonPolicy.parse(json))
                .problems();
    }

    @Test
    void allMistakesAreListedAtOnceWithTheirPlacesInBothLanguages() {
        List<LocalizedText> mistakes = mistakes("""
                {"format": "peyk-approval-policy-2", "rules": [
                  {"id": "a", "when": {"groups": [], "purposes": ["PARTY"], "above": 10, "upTo": 10}, "approvals": [{"roles": [" "]}]},
                  {"id": "a", "when": {"groups": ["g", {"source": "obs"}]}, "approvals": [
                    {"persons": ["241112034"], "quorum": 2, "order": 0, "questions": ["WEATHER"]},
                    {"quorom": 1},
                    {"roles": [{"code": "DEAN", "unit": "U", "ofRequester": true}], "timing": {"escalateAfter": 2}}
                  ], "reason": {"tr": "Neden"}},
                  "c"
                ]}
                """);
        assertThat(mistakes)
                .extracting(m -> m.en().substring(0, m.en().indexOf(':')))
                .containsExactlyInAnyOrder(
                        "/format",
                        "/name",
                        "/rules/0/when/groups",
                        "/rules/0/when/purposes/0",
                        "/rules/0/when",
                        "/rules/0/approvals/0/roles/0",
                        "/rules/1/id",
                        "/rules/1/when/groups/1/group",
                        "/rules/1/approvals/0/quorum",
                        "/rules/1/approvals/0/order",
                        "/rules/1/approvals/0/questions/0",
                        "/rules/1/approvals/1/quorom",
                        "/rules/1/approvals/1",
                        "/rules/1/approvals/2/roles/0",
                        "/rules/1/approvals/2/timing",
                        "/rules/1/reason/en",
                        "/rules/2");
        assertThat(mistakes).allSatisfy(m -> {
            assertThat(m.tr()).startsWith(m.en().substring(0, m.en().indexOf(':')));
            assertThat(m.tr()).isNotEqualTo(m.en()).doesNotContain("241112034");
        });
        assertThat(mistakes)
                .extracting(LocalizedText::en)
                .contains("/rules/0/when/purposes/0: must be one of: INFORMATION, INVITATION, CELEBRATION,"
                        + " CONGRATULATION, CONDOLENCE, CALL, OUTAGE, EMERGENCY.");
    }

    @Test
    void aPermissionWithoutItsLimitsIsAMistake() {
        List<LocalizedText> mistakes = mistakes("""
                {"format": "peyk-approval-policy-1", "name": "n",
                 "rules": [
                  {"id": "a", "when": {"groups": ["g"]}, "approvals": [{"roles": ["R"]}]},
                  {"id": "b", "when": {}, "deny": {"code": "NO", "reason": {"tr": "Olmaz."}}},
                  {"id": "c", "when": {"requesterUnits": [" "]}, "approvals": [{"roles": ["R"]}],
                   "deny": {"code": "NO", "reason": {"tr": "Olmaz.", "en": "No."}}}],
                 "permissions": [
                  {"id": "p", "kind": "BLANKET_PERMISSION", "purposes": ["OUTAGE"], "groups": ["g"], "reviewers": {"roles": ["R"]},
                   "approvals": [{"roles": ["R"]}]},
                  {"id": "p", "kind": "BREAK_GLASS", "purposes": ["EMERGENCY"], "groups": ["g"], "from": "2026-12-31",
                   "until": "2026-01-01", "outsideOfficeHours": {"opening": "8"}, "reviewers": {"quorum": 1}},
                  {"id": "q", "kind": "BREAK_GLASS", "purposes": ["EMERGENCY"], "groups": ["g"], "reviewers": {"persons": ["241112034"]},
                   "approvals": [{"roles": ["R"], "questions": ["TEXT"]}], "atMost": {"uses": 0}},
                  {"id": "r", "kind": "GOODWILL", "upTo": 5, "details": [{"detail": "RELATION"}, {"detail": "RELATION", "values": ["eş"]}],
                   "texts": [{"language": "Türkçe", "subject": "{WEATHER}", "text": ["{PLACE}", "{}"]}], "attachments": "no"}
                 ]}
                """);
        assertThat(mistakes)
                .extracting(m -> m.en().substring(0, m.en().indexOf(':')))
                .containsExactlyInAnyOrder(
                        "/rules/1/deny/reason/en",
                        "/rules/1/when",
                        "/rules/2",
                        "/rules/2/when/requesterUnits/0",
                        "/permissions/0/upTo",
                        "/permissions/0/texts",
                        "/permissions/0/senders",
                        "/permissions/0/atMost",
                        "/permissions/0/approvals",
                        "/permissions/1/id",
                        "/permissions/1/until",
                        "/permissions/1/outsideOfficeHours/opening",
                        "/permissions/1/approvals",
                        "/permissions/1/reviewers/quorum",
                        "/permissions/1/reviewers",
                        "/permissions/2/approvals",
                        "/permissions/2/atMost/uses",
                        "/permissions/2/atMost/days",
                        "/permissions/3/kind",
                        "/permissions/3/purposes",
                        "/permissions/3/groups",
                        "/permissions/3/details/0/values",
                        "/permissions/3/details/1/detail",
                        "/permissions/3/texts/0/language",
                        "/permissions/3/texts/0/subject",
                        "/permissions/3/texts/0/text/1",
                        "/permissions/3/attachments",
                        "/permissions/3/reviewers");
        assertThat(mistakes)
                .allSatisfy(m -> assertThat(m.tr()).isNotEqualTo(m.en()).doesNotContain("241112034", "WEATHER"));
    }

    @Test
    void A40_aPolicyThatWouldDenyEverythingIsAMistake() {
        assertThat(mistakes("""
                {"format": "peyk-approval-policy-1", "name": "n", "rules": [{"id": "a", "approvals": [{"roles": ["R"]}]}]}
                """))
                .singleElement()
                .satisfies(m -> assertThat(m.tr()).startsWith("/rules: "));
        assertThat(mistakes("{}")).extracting(LocalizedText::en).hasSize(3);
    }

    @Test
    void whatIsNotJsonIsRefusedWithTheLineAndWithoutTheText() {
        for (String json : List.of("", "[]", "null", "{\"name\": \"gizli\",\n oops}", "{} {}", "{\"a\":1,\n\"a\":2}")) {
            assertThatThrownBy(() -> JsonPolicy.parse(json))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageNotContainingAny("gizli", "oops");
        }
        assertThat(mistakes("{\"name\": \"gizli\",\n oops}").get(0).tr()).startsWith("Satır 2, ");
    }

    @Test
    void aFileIsReadAsUtf8(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("policy.json");
        Files.writeString(file, """
                {"format": "peyk-approval-policy-1", "name": "Şükrü", "rules": [
                  {"id": "a", "when": {"groups": ["öğrenci"]}, "approvals": [{"roles": ["R"]}]}]}
                """);
        assertThat(JsonPolicy.read(file).text())
                .isEqualTo("rule a: (group */öğrenci) -> 1 of R at 1 [TEXT, AUDIENCE]\n"
                        + "findings -> 1 of DATA_PROTECTION_OFFICER at 1 [PERSONAL_DATA]");
    }

    @Test
    void thePublishedSchemaHasTheFieldsAndNamesThatAreRead() throws Exception {
        JsonNode schema = new ObjectMapper().readTree(JsonPolicy.schema());
        JsonNode parts = schema.get("$defs");
        assertThat(fields(schema)).isEqualTo(JsonPolicyReader.DOCUMENT);
        assertThat(fields(parts.get("rule"))).isEqualTo(JsonPolicyReader.RULE);
        assertThat(fields(parts.get("when"))).isEqualTo(JsonPolicyReader.WHEN);
        assertThat(fields(parts.get("group"))).isEqualTo(JsonPolicyReader.GROUP);
        assertThat(fields(parts.get("approval"))).isEqualTo(JsonPolicyReader.APPROVAL);
        assertThat(fields(parts.get("timing"))).isEqualTo(JsonPolicyReader.TIMING);
        assertThat(fields(parts.get("people"))).isEqualTo(JsonPolicyReader.PEOPLE);
        assertThat(fields(parts.get("role"))).isEqualTo(JsonPolicyReader.ROLE);
        assertThat(fields(parts.get("deny"))).isEqualTo(JsonPolicyReader.DENY);
        assertThat(fields(parts.get("permission"))).isEqualTo(PermissionReader.PERMISSION);
        assertThat(fields(parts.get("atMost"))).isEqualTo(PermissionReader.AT_MOST);
        assertThat(fields(parts.get("outsideOfficeHours"))).isEqualTo(PermissionReader.OUTSIDE);
        assertThat(fields(parts.get("detail"))).isEqualTo(PermissionReader.DETAIL);
        assertThat(fields(parts.get("sender"))).isEqualTo(PermissionReader.SENDER);
        assertThat(fields(parts.get("wording"))).isEqualTo(PermissionReader.WORDING);
        assertThat(names(parts.at("/detail/properties/detail/enum"))).isEqualTo(names(Detail.values()));
        assertThat(names(parts.at("/permission/properties/kind/enum"))).isEqualTo(names(LaterReview.Kind.values()));
        assertThat(schema.at("/properties/format/const").textValue()).isEqualTo(JsonPolicyReader.FORMAT);
        assertThat(names(parts.at("/purposes/items/enum"))).isEqualTo(names(Purpose.values()));
        assertThat(names(parts.at("/approval/properties/questions/items/enum")))
                .isEqualTo(names(ApprovalQuestion.values()));
    }

    private static Set<String> fields(JsonNode object) {
        assertThat(object.get("additionalProperties").booleanValue()).isFalse();
        Set<String> names = new HashSet<>();
        object.get("properties").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> names(JsonNode list) {
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                .map(i -> list.get(i).textValue())
                .toList();
    }

    private static List<String> names(Enum<?>... values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
