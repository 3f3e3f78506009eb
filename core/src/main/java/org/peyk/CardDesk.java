package org.peyk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.peyk.policy.DescribedPolicy;
import org.peyk.report.MeasureNames;
import org.peyk.report.ProcessCard;
import org.peyk.report.ProcessCard.Part;
import org.peyk.report.ProcessCard.Section;
import org.peyk.spi.Channel;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.Plugin;
import org.peyk.spi.Purpose;
import org.peyk.spi.approval.ApprovalPolicy;

/** Writes the process card from what was configured. */
final class CardDesk {

    private final Organisation organisation;
    private final @Nullable ApprovalPolicy policy;
    private final ProcessRoles roles;
    private final List<String> sources;
    private final List<String> checks;
    private final List<Channel> channels;

    CardDesk(
            Organisation organisation,
            @Nullable ApprovalPolicy policy,
            ProcessRoles roles,
            List<? extends Plugin> sources,
            List<? extends Plugin> checks,
            List<Channel> channels) {
        this.organisation = organisation;
        this.policy = policy;
        this.roles = roles;
        this.sources = names(sources);
        this.checks = names(checks);
        this.channels = channels.stream().sorted().toList();
    }

    private static List<String> names(List<? extends Plugin> plugins) {
        return plugins.stream().map(p -> p.info().name()).distinct().sorted().toList();
    }

    ProcessCard card() {
        List<Part> parts = new ArrayList<>();
        for (Section s : Section.values()) {
            parts.add(new Part(s, lines(s)));
        }
        return new ProcessCard(organisation.university(), parts);
    }

    private List<LocalizedText> lines(Section s) {
        return switch (s) {
            case NAME -> List.of(CardTexts.NAME);
            case OWNER -> List.of(organisation.owner());
            case PURPOSE -> List.of(CardTexts.PURPOSE);
            case LEGISLATION -> and(CardTexts.LEGISLATION, organisation.legislation());
            case RISKS -> and(CardTexts.RISKS, organisation.risks());
            case OPPORTUNITIES -> and(CardTexts.OPPORTUNITIES, organisation.opportunities());
            case INPUTS -> inputs();
            case UNITS -> units();
            case FLOW -> CardTexts.FLOW;
            case OUTPUTS -> CardTexts.OUTPUTS;
            case MEASURES -> measures();
            case PERIOD -> List.of(organisation.period());
            case PREPARED_BY -> List.of(organisation.preparedBy());
            case APPROVED_BY -> List.of(organisation.approvedBy());
        };
    }

    private List<LocalizedText> inputs() {
        List<LocalizedText> inputs = new ArrayList<>(CardTexts.INPUTS);
        inputs.add(LocalizedText.of(
                "Gönderim amaçları: " + purposes(true) + ".", "Purposes of mails: " + purposes(false) + "."));
        inputs.add(LocalizedText.of(
                "Alıcı kaynakları: " + named(sources, true) + ".",
                "Sources of recipients: " + named(sources, false) + "."));
        String ways = channels.stream().map(Enum::name).collect(Collectors.joining(", "));
        inputs.add(LocalizedText.of(
                "Gönderim kanalları: " + (ways.isEmpty() ? Organisation.NOT_STATED.tr() : ways) + ".",
                "Channels: " + (ways.isEmpty() ? Organisation.NOT_STATED.en() : ways) + "."));
        return inputs;
    }

    private static String purposes(boolean turkish) {
        return Stream.of(Purpose.values())
                .map(p -> turkish ? p.label().tr() : p.label().en())
                .collect(Collectors.joining(", "));
    }

    private static String named(List<String> names, boolean turkish) {
        return names.isEmpty()
                ? (turkish ? Organisation.NOT_STATED.tr() : Organisation.NOT_STATED.en())
                : String.join(", ", names);
    }

    private List<LocalizedText> units() {
        List<LocalizedText> units = new ArrayList<>();
        units.add(CardTexts.ASKING);
        units.add(LocalizedText.of(
                "Denetim: sürecin kendisi; " + named(checks, true) + ". Engelleyen bir bulguyu yalnızca "
                        + roles.dataProtection().code() + " rolü, yasal dayanağıyla serbest bırakabilir.",
                "Checks: the process itself; " + named(checks, false) + ". Only the role "
                        + roles.dataProtection().code() + " may release a blocking finding, with a legal basis."));
        rules().forEach(r -> units.add(LocalizedText.of("Onay: " + r.tr(), "Approval: " + r.en())));
        units.add(LocalizedText.of(
                "Gönderim: " + roles.communications().code()
                        + " rolü ve isteyen birim planlar; durdurabilir, iptal edebilir.",
                "Sending: scheduled by the role " + roles.communications().code()
                        + " and the asking unit, who may pause and cancel it."));
        units.add(CardTexts.ANSWERING);
        units.add(LocalizedText.of(
                "Ölçme ve iyileştirme: " + organisation.owner().tr() + ".",
                "Measuring and improving: " + organisation.owner().en() + "."));
        return units;
    }

    /** The rules as the policy says them, or at least whose rules they are. */
    private List<LocalizedText> rules() {
        if (policy == null) {
            return List.of(CardTexts.NO_POLICY);
        }
        List<LocalizedText> rules = policy instanceof DescribedPolicy d ? d.describe() : List.of();
        if (!rules.isEmpty()) {
            return rules;
        }
        String name = policy.info().name();
        return List.of(LocalizedText.of(
                "“" + name + "” kurallarına göre; hiç kimse kendi yazdığını onaylayamaz.",
                "By the rules of “" + name + "”; nobody approves what he wrote himself."));
    }

    private static List<LocalizedText> measures() {
        return List.of(
                measure(MeasureNames.INFORMATION, MeasureNames.INFORMATION_MEANING),
                measure(MeasureNames.PERMISSION, MeasureNames.PERMISSION_MEANING),
                measure(MeasureNames.SUITABILITY, MeasureNames.SUITABILITY_MEANING));
    }

    private static LocalizedText measure(LocalizedText name, LocalizedText meaning) {
        return LocalizedText.of(name.tr() + ": " + meaning.tr(), name.en() + ": " + meaning.en());
    }

    private static List<LocalizedText> and(List<LocalizedText> first, List<LocalizedText> more) {
        List<LocalizedText> all = new ArrayList<>(first);
        all.addAll(more);
        return all;
    }
}
