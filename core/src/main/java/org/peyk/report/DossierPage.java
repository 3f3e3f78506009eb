package org.peyk.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.LocalizedText;
import org.peyk.spi.PersonId;

/** What the parts of the dossier share: the page, its language, and the names of people. */
final class DossierPage {

    final Markup m = new Markup();
    final Words words;
    final Locale locale;
    private final Map<PersonId, String> names;

    DossierPage(Words words, Locale locale, Map<PersonId, String> names) {
        this.words = words;
        this.locale = locale;
        this.names = names;
    }

    /** The name with the portal's key, or the key alone. */
    String person(@Nullable PersonId id) {
        if (id == null) {
            return words.of(ReportTexts.PROCESS_ITSELF);
        }
        String name = names.get(id);
        return name == null ? id.value() : name + " (" + id.value() + ")";
    }

    /** Who acted, and for whom. */
    String actor(@Nullable PersonId by, @Nullable PersonId onBehalfOf) {
        return onBehalfOf == null
                ? person(by)
                : person(by) + " – " + words.of(ReportTexts.DEPUTY) + " " + person(onBehalfOf);
    }

    void section(LocalizedText title) {
        m.open("section", "class", "card").element("h2", words.of(title));
    }

    void pair(LocalizedText label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            m.open("div").element("dt", words.of(label)).element("dd", value).close("div");
        }
    }

    void quiet(LocalizedText text) {
        m.element("p", words.of(text), "class", "quiet");
    }

    void heads(List<LocalizedText> heads) {
        m.open("table").open("thead").open("tr");
        heads.forEach(h -> m.element("th", words.of(h), "scope", "col"));
        m.close("tr").close("thead").open("tbody");
    }

    void row(List<String> cells) {
        m.open("tr").element("th", cells.get(0), "scope", "row");
        cells.subList(1, cells.size()).forEach(c -> m.element("td", c));
        m.close("tr");
    }

    void endTable() {
        m.close("tbody").close("table");
    }

    /** Text as it was written, line by line. */
    void words(LocalizedText label, String value) {
        if (!value.isBlank()) {
            m.element("h4", words.of(label))
                    .open("p", "class", "written")
                    .text(value)
                    .close("p");
        }
    }
}
