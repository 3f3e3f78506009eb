package org.peyk.examples.sms.smpp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.peyk.examples.sms.text.SmsCoding;
import org.peyk.examples.sms.text.SmsPlan;
import org.peyk.examples.sms.text.SmsText;
import org.peyk.spi.Channel;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PluginInfo;
import org.peyk.spi.RequestView;
import org.peyk.spi.check.CheckContext;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.check.Finding;
import org.peyk.spi.check.Place;
import org.peyk.spi.check.Severity;

/**
 * Tells everybody who looks at a request what its short message costs, before it is approved: coding, parts, and the characters that make it
 * dearer. A text that the transport would refuse is kept from being submitted.
 */
public final class SmsPartsCheck implements ContentCheck {

    /** How many forcing characters are named. */
    private static final int NAMED = 10;

    private final SmppConfig config;

    /**
     * Makes the check.
     *
     * @param config the configuration of the transport that will send
     */
    public SmsPartsCheck(SmppConfig config) {
        this.config = config;
    }

    @Override
    public PluginInfo info() {
        return new PluginInfo("sms-parts", PluginInfo.of(SmsPartsCheck.class).version());
    }

    @Override
    public List<Finding> check(CheckContext context) {
        RequestView request = context.request();
        List<Finding> findings = new ArrayList<>();
        if (request.form().channels().contains(Channel.SMS)) {
            for (LanguageVersion version : request.form().content().versions()) {
                String text = version.smsText();
                if (text != null && !text.isBlank()) {
                    add(findings, version, text);
                }
            }
        }
        return findings;
    }

    private void add(List<Finding> findings, LanguageVersion version, String text) {
        SmsPlan plan = SmsText.plan(text, config.nationalTables(), config.reference());
        Place place =
                new Place(Place.Part.SMS, version.language().toLanguageTag(), null, List.of(), 0, text.length(), false);
        LocalizedText summary = plan.summary();
        if (plan.segments() > config.maxParts()) {
            findings.add(new Finding(
                    "SMS-TOO-LONG",
                    Severity.BLOCK,
                    place,
                    "",
                    1,
                    LocalizedText.of(
                            summary.tr() + ": en çok " + config.maxParts() + " parça gönderilir.",
                            summary.en() + ": no more than " + config.maxParts() + " parts are sent."),
                    LocalizedText.of("Metni kısaltın.", "Shorten the text."),
                    "most-parts",
                    null));
            return;
        }
        findings.add(new Finding(
                "SMS-PARTS",
                Severity.INFO,
                place,
                "",
                1,
                LocalizedText.of(
                        "Kişi başına " + summary.tr() + "; en çok " + plan.left() + " karakter daha sığar.",
                        summary.en() + " for each person; up to " + plan.left() + " more characters fit."),
                LocalizedText.of("Her parça ayrı ücretlendirilir.", "Each part is charged for."),
                "parts",
                null));
        if (plan.coding() == SmsCoding.UCS2) {
            findings.add(forced(plan, place, text));
        }
    }

    private Finding forced(SmsPlan plan, Place place, String text) {
        String without = text;
        for (String character : plan.forcing()) {
            without = without.replace(character, "?");
        }
        int cheaper = SmsText.plan(without, config.nationalTables(), config.reference())
                .segments();
        return new Finding(
                "SMS-UCS2",
                Severity.INFO,
                place,
                named(plan.forcing()),
                plan.forcing().size(),
                LocalizedText.of(
                        "Bu karakterler metni UCS-2'ye zorluyor; onlarsız " + cheaper + " parça olurdu.",
                        "These characters force UCS-2; without them there would be " + cheaper
                                + (cheaper == 1 ? " part." : " parts.")),
                LocalizedText.of("Yerlerine düz karakterler koyun.", "Put plain characters in their place."),
                "forced",
                null);
    }

    private static String named(List<String> characters) {
        List<String> names = characters.stream()
                .limit(NAMED)
                .map(c -> (Character.isISOControl(c.codePointAt(0)) ? "" : c + " ")
                        + String.format(Locale.ROOT, "U+%04X", c.codePointAt(0)))
                .toList();
        return String.join(", ", names) + (characters.size() > NAMED ? ", …" : "");
    }
}
