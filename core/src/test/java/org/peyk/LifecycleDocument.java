package org.peyk;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.peyk.internal.lifecycle.TransitionTable;
import org.peyk.spi.LocalizedText;

/** Writes the page about the lifecycle from the table that decides about it. */
final class LifecycleDocument {

    private final StringBuilder out = new StringBuilder();

    private LifecycleDocument() {}

    static String page() {
        LifecycleDocument d = new LifecycleDocument();
        d.out.append("# Lifecycle\n\n");
        d.out.append(
                "Made from the table by which the library decides; a stale page fails the build, and `-Dpeyk.docs=write`"
                        + " renews it. A command that is not in the table is refused with the actions that are possible.\n\n");
        d.out.append("```mermaid\n").append(TransitionTable.mermaid()).append("```\n");
        d.language(
                Locale.forLanguageTag("tr"),
                "Durumlar ve işlemler",
                "Her satır bir işlemdir; hücreler, işlemin o durumdan götürdüğü durumları gösterir. “–”: o durumda yapılamaz."
                        + " Adı yıldızlı (*) işlemleri kişiler değil sürecin kendisi yapar.",
                "İşlem");
        d.language(
                Locale.ENGLISH,
                "States and commands",
                "Each row is a command; the cells show the states it leads to. “–”: not possible in that state."
                        + " Commands with a star (*) are given by the process itself, not by people.",
                "Command");
        d.names();
        return d.out.toString();
    }

    private void language(Locale locale, String title, String intro, String corner) {
        out.append("\n## ")
                .append(title)
                .append("\n\n")
                .append(intro)
                .append("\n\n| ")
                .append(corner)
                .append(" |");
        for (RequestState s : RequestState.values()) {
            out.append(' ').append(s.label().in(locale)).append(" |");
        }
        out.append("\n|---|")
                .append("---|".repeat(RequestState.values().length))
                .append('\n');
        for (Action a : Action.values()) {
            out.append("| ")
                    .append(a.label().in(locale))
                    .append(a.byPerson() ? "" : " *")
                    .append(" |");
            for (RequestState s : RequestState.values()) {
                out.append(' ')
                        .append(cell(TransitionTable.targets(s, a), locale))
                        .append(" |");
            }
            out.append('\n');
        }
    }

    private static String cell(Set<RequestState> targets, Locale locale) {
        return targets.isEmpty()
                ? "–"
                : targets.stream().map(t -> t.label().in(locale)).collect(Collectors.joining(", "));
    }

    private void names() {
        out.append(
                "\n## Names in code and store · Koddaki ve depodaki adlar\n\n| State | Türkçe | English |\n|---|---|---|\n");
        for (RequestState s : RequestState.values()) {
            name(s.name(), s.label());
        }
        out.append("\n| Action | Türkçe | English |\n|---|---|---|\n");
        for (Action a : Action.values()) {
            name(a.name(), a.label());
        }
    }

    private void name(String name, LocalizedText label) {
        out.append("| `")
                .append(name)
                .append("` | ")
                .append(label.tr())
                .append(" | ")
                .append(label.en())
                .append(" |\n");
    }
}
