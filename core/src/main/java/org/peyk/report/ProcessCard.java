package org.peyk.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.peyk.spi.LocalizedText;

/**
 * The process card (Süreç Kartı) of the organisation's own mail sending process, in the order of a Turkish public university's form: as data,
 * as an HTML page and as Markdown, which is also readable as plain text. Immutable.
 *
 * @param university name of the university
 * @param parts the parts of the form; each section once, in the order of {@link Section}
 */
public record ProcessCard(LocalizedText university, List<Part> parts) {

    private static final LocalizedText TITLE = LocalizedText.of("Süreç Kartı", "Process card");

    /**
     * Copies the parts.
     *
     * @throws IllegalArgumentException when a section is missing, there twice, or out of order
     */
    public ProcessCard {
        parts = List.copyOf(parts);
        if (!parts.stream().map(Part::section).toList().equals(List.of(Section.values()))) {
            throw new IllegalArgumentException("parts must hold each section once, in the order of the form");
        }
    }

    /** A heading of the form, in its order. */
    public enum Section {
        /** Name of the process. */
        NAME("Sürecin adı", "Name of the process"),
        /** The unit that owns it. */
        OWNER("Sürecin sahibi (sorumlu birim)", "Owner (responsible unit)"),
        /** What it is for. */
        PURPOSE("Sürecin amacı", "Purpose"),
        /** The law it stands on. */
        LEGISLATION("İlgili mevzuat", "Legislation"),
        /** What can go wrong, and what holds against it. */
        RISKS("Riskler", "Risks"),
        /** What it makes possible. */
        OPPORTUNITIES("Fırsatlar", "Opportunities"),
        /** What goes in. */
        INPUTS("Girdiler", "Inputs"),
        /** Who answers for each step, with the approval rules. */
        UNITS("Süreç adımlarından sorumlu birimler", "Responsible units by step"),
        /** The steps. */
        FLOW("Süreç akışı", "Flow"),
        /** What comes out. */
        OUTPUTS("Çıktılar", "Outputs"),
        /** What it is measured by. */
        MEASURES("Süreç ölçme kriterleri", "Measures"),
        /** How often. */
        PERIOD("Ölçme dönemi", "Period"),
        /** Who prepared the card. */
        PREPARED_BY("Hazırlayan", "Prepared by"),
        /** Who approved the card. */
        APPROVED_BY("Onaylayan", "Approved by");

        private static final Set<Section> NUMBERED = EnumSet.of(UNITS, FLOW);

        private final String tr;
        private final String en;

        Section(String tr, String en) {
            this.tr = tr;
            this.en = en;
        }

        /**
         * The heading as the form has it.
         *
         * @return the heading in both languages
         */
        public LocalizedText label() {
            return new LocalizedText(tr, en);
        }
    }

    /**
     * A section with what stands under it.
     *
     * @param section which
     * @param lines its sentences, in order; at least one
     */
    public record Part(Section section, List<LocalizedText> lines) {

        /**
         * Copies the lines.
         *
         * @throws IllegalArgumentException when there is none
         */
        public Part {
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("lines must not be empty");
            }
        }
    }

    /**
     * What stands under a heading.
     *
     * @param section which
     * @return its sentences
     */
    public List<LocalizedText> lines(Section section) {
        return parts.get(section.ordinal()).lines();
    }

    /**
     * The card as a page: without scripts and without anything from elsewhere, with the states of a request drawn under the flow.
     *
     * @param locale the reader's language; Turkish gets the Turkish card, everything else the English one
     * @return a complete HTML document, to be stored as UTF-8
     */
    public String html(Locale locale) {
        Markup m = new Markup();
        Words words = new Words(locale, java.time.ZoneOffset.UTC);
        String title = words.of(TITLE) + " – " + words.of(lines(Section.NAME).get(0));
        PageFrame.head(m, words, title);
        m.open("body").open("main").open("header", "class", "top");
        m.element("h1", title).element("p", words.of(university)).close("header");
        m.open("table", "class", "card form").open("tbody");
        for (Part p : parts) {
            m.open("tr", "class", p.section().name());
            m.element("th", words.of(p.section().label()), "scope", "row").open("td");
            list(m, words, p);
            if (p.section() == Section.FLOW) {
                m.own(LifecycleDrawing.svg(locale));
            }
            m.close("td").close("tr");
        }
        return m.close("tbody")
                .close("table")
                .close("main")
                .close("body")
                .close("html")
                .toString();
    }

    private static void list(Markup m, Words words, Part p) {
        if (p.lines().size() == 1) {
            m.element("p", words.of(p.lines().get(0)));
            return;
        }
        String list = Section.NUMBERED.contains(p.section()) ? "ol" : "ul";
        m.open(list);
        p.lines().forEach(l -> m.element("li", words.of(l)));
        m.close(list);
    }

    /**
     * The card as Markdown.
     *
     * @param locale the reader's language; Turkish gets the Turkish card, everything else the English one
     * @return the text, with lines ended by {@code \n}
     */
    public String markdown(Locale locale) {
        StringBuilder b = new StringBuilder();
        b.append("# ")
                .append(TITLE.in(locale))
                .append(" – ")
                .append(line(lines(Section.NAME).get(0), locale))
                .append("\n\n")
                .append(line(university, locale))
                .append('\n');
        for (Part p : parts) {
            b.append("\n## ").append(p.section().label().in(locale)).append("\n\n");
            int number = 0;
            for (LocalizedText l : p.lines()) {
                number++;
                String mark = Section.NUMBERED.contains(p.section()) ? number + ". " : "- ";
                b.append(p.lines().size() == 1 ? "" : mark)
                        .append(line(l, locale))
                        .append('\n');
            }
        }
        return b.toString();
    }

    /** A line of the organisation's own must not become more than one. */
    private static String line(LocalizedText text, Locale locale) {
        return text.in(locale).strip().replaceAll("\\R", " ");
    }
}
