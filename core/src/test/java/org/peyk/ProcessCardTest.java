package org.peyk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.policy.GroupAuthorityPolicy;
import org.peyk.policy.JsonPolicy;
import org.peyk.policy.StaticDirectory;
import org.peyk.report.ProcessCard;
import org.peyk.report.ProcessCard.Section;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.Purpose;
import org.peyk.spi.approval.ApprovalContext;
import org.peyk.spi.approval.ApprovalPolicy;
import org.peyk.spi.approval.PolicyAnswer;
import org.peyk.spi.directory.Role;
import org.peyk.testing.RecordingTransport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProcessCardTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    @TempDir
    Path directory;

    private ProcessCard card(UnaryOperator<MailProcessBuilder> settings) {
        MailProcessBuilder b = MailProcess.builder()
                .store(directory)
                .discoverPlugins(false)
                .directory(StaticDirectory.builder().build());
        try (MailProcess process = settings.apply(b).build()) {
            return process.describe();
        }
    }

    private static List<String> turkish(ProcessCard card, Section section) {
        return card.lines(section).stream().map(LocalizedText::tr).toList();
    }

    private static List<String> english(ProcessCard card, Section section) {
        return card.lines(section).stream().map(LocalizedText::en).toList();
    }

    @Test
    void theSectionsStandInTheOrderOfTheForm() {
        ProcessCard card = card(b -> b);
        List<String> tr = List.of(
                "Sürecin adı",
                "Sürecin sahibi (sorumlu birim)",
                "Sürecin amacı",
                "İlgili mevzuat",
                "Riskler",
                "Fırsatlar",
                "Girdiler",
                "Süreç adımlarından sorumlu birimler",
                "Süreç akışı",
                "Çıktılar",
                "Süreç ölçme kriterleri",
                "Ölçme dönemi",
                "Hazırlayan",
                "Onaylayan");
        Document page = Jsoup.parse(card.html(TURKISH));
        assertThat(page.select("tbody th").eachText()).isEqualTo(tr);
        assertThat(page.select("html").attr("lang")).isEqualTo("tr");
        assertThat(page.select("svg.lifecycle text").eachText()).contains("Onay bekliyor");
        assertThat(page.select("script")).isEmpty();
        assertThat(headings(card.markdown(TURKISH))).isEqualTo(tr);
        List<String> en = List.of(
                "Name of the process",
                "Owner (responsible unit)",
                "Purpose",
                "Legislation",
                "Risks",
                "Opportunities",
                "Inputs",
                "Responsible units by step",
                "Flow",
                "Outputs",
                "Measures",
                "Period",
                "Prepared by",
                "Approved by");
        assertThat(Jsoup.parse(card.html(Locale.ENGLISH)).select("tbody th").eachText())
                .isEqualTo(en);
        assertThat(headings(card.markdown(Locale.GERMAN))).isEqualTo(en);
    }

    private static List<String> headings(String markdown) {
        return markdown.lines()
                .filter(l -> l.startsWith("## "))
                .map(l -> l.substring(3))
                .toList();
    }

    @Test
    void theCardSaysWhatTheProcessIs() {
        ProcessCard card = card(b -> b);
        assertThat(turkish(card, Section.NAME)).containsExactly("Mail Gönderimi Süreci");
        assertThat(String.join("\n", turkish(card, Section.LEGISLATION)))
                .contains("madde 22")
                .contains("madde 28")
                .contains("6698");
        assertThat(String.join("\n", english(card, Section.LEGISLATION)))
                .contains("article 22")
                .contains("article 28")
                .contains("6698");
        assertThat(turkish(card, Section.MEASURES))
                .hasSize(3)
                .anyMatch(m -> m.startsWith("Gerekli bilgilerin sağlanması"))
                .anyMatch(m -> m.startsWith("Gerekli durumlarda izin alınması"))
                .anyMatch(m -> m.startsWith("İçeriğin uygunluğu"));
        assertThat(turkish(card, Section.OWNER)).containsExactly("Kurumsal İletişim");
        assertThat(turkish(card, Section.APPROVED_BY)).containsExactly("(belirtilmedi)");
        assertThat(turkish(card, Section.UNITS))
                .contains("Onay: Onay kuralı tanımlı değil; hiçbir talep onaya sunulamaz.");
    }

    @Test
    void theOrganisationAndItsPluginsAreOnTheCard() {
        ProcessCard card = card(b -> b.organisation(Organisation.of(
                                LocalizedText.of("Örnek <Üniversitesi>", "Örnek University"),
                                LocalizedText.of("Basın Birimi", "Press office"))
                        .withSignatures(
                                LocalizedText.of("A. Yılmaz", "A. Yılmaz"),
                                LocalizedText.of("Genel Sekreter", "Secretary general"))
                        .withPeriod(LocalizedText.of("Altı ayda bir", "Twice a year"))
                        .withLegislation(LocalizedText.of("Duyuru\nYönergesi", "Directive"))
                        .withRisk(LocalizedText.of("Ek risk", "Another risk"))
                        .withOpportunity(LocalizedText.of("Ek fırsat", "Another opportunity")))
                .recipientSource(CsvRecipientSource.of("list", directory.resolve("list.csv")))
                .transport(new RecordingTransport()));
        assertThat(turkish(card, Section.OWNER)).containsExactly("Basın Birimi");
        assertThat(english(card, Section.PERIOD)).containsExactly("Twice a year");
        assertThat(english(card, Section.PREPARED_BY)).containsExactly("A. Yılmaz");
        assertThat(english(card, Section.APPROVED_BY)).containsExactly("Secretary general");
        assertThat(english(card, Section.RISKS)).endsWith("Another risk");
        assertThat(english(card, Section.OPPORTUNITIES)).endsWith("Another opportunity");
        assertThat(turkish(card, Section.INPUTS)).anyMatch(l -> l.equals("Gönderim kanalları: MAIL."));
        assertThat(turkish(card, Section.INPUTS)).anyMatch(l -> l.contains("CsvRecipientSource"));
        assertThat(Jsoup.parse(card.html(TURKISH)).text()).contains("Örnek <Üniversitesi>");
        assertThat(card.markdown(TURKISH)).contains("- Duyuru Yönergesi\n");
    }

    @Test
    void aPolicyThatCanDescribeItselfHasItsRulesOnTheCard() {
        ProcessCard card = card(b -> b.policy(GroupAuthorityPolicy.builder()
                .forGroup("ogrenci", Role.of("REGISTRAR"))
                .forPurpose(Purpose.CONDOLENCE, Role.of("SECRETARY_GENERAL"))
                .above(1000, Role.of("RECTOR"))
                .build()));
        assertThat(turkish(card, Section.UNITS))
                .contains(
                        "Onay: Hedef kitlede “ogrenci” varsa: REGISTRAR (Metin, Hedef kitle).",
                        "Onay: Amaç Taziye ise: SECRETARY_GENERAL (Metin).",
                        "Onay: Alıcı sayısı 1000 kişiyi aşıyorsa: RECTOR (Hedef kitle).")
                .anyMatch(l -> l.contains("DATA_PROTECTION_OFFICER (Kişisel veri)"));
        assertThat(english(card, Section.UNITS))
                .contains("Approval: When the audience holds “ogrenci”: REGISTRAR (Text, Audience).");
    }

    @Test
    void aPolicyOfADocumentIsDescribedRuleByRule() {
        JsonPolicy policy = JsonPolicy.parse("""
                {"format": "peyk-approval-policy-1", "name": "Üniversite", "rules": [
                  {"id": "birim", "when": {"groups": ["birim"], "purposes": ["INVITATION"], "above": 10, "upTo": 500},
                   "approvals": [
                     {"roles": [{"code": "DEAN", "ofRequester": true}], "order": 1},
                     {"roles": ["BOARD"], "quorum": 2, "order": 2, "questions": ["TEXT"]}]}]}
                """);
        List<String> tr = policy.describe().stream().map(LocalizedText::tr).toList();
        assertThat(tr.get(0))
                .isEqualTo(
                        "Hedef kitlede “birim” varsa, amaç Davet ise, alıcı sayısı 10 kişiyi aşıyorsa, alıcı sayısı 500 kişiyi"
                                + " aşmıyorsa: DEAN (isteyen birimde) (Metin, Hedef kitle); 2 kişi: BOARD (Metin).");
        assertThat(tr).hasSize(2);
        assertThat(policy.describe().get(1).en()).contains("DATA_PROTECTION_OFFICER (Personal data)");
    }

    @Test
    void aPolicyOfThePortalsOwnIsNamed() {
        ApprovalPolicy own = new ApprovalPolicy() {
            @Override
            public PluginInfo info() {
                return new PluginInfo("Portal kuralları", "1");
            }

            @Override
            public PolicyAnswer plan(ApprovalContext context) {
                throw new IllegalStateException("not asked");
            }
        };
        ProcessCard card = card(b -> b.policy(own));
        assertThat(turkish(card, Section.UNITS)).anyMatch(l -> l.contains("“Portal kuralları”"));
        assertThat(english(card, Section.UNITS)).anyMatch(l -> l.contains("“Portal kuralları”"));
    }

    @Test
    void aCardHoldsEachSectionOnce() {
        ProcessCard card = card(b -> b);
        List<ProcessCard.Part> parts = new ArrayList<>(card.parts());
        parts.remove(3);
        assertThatThrownBy(() -> new ProcessCard(card.university(), parts))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
