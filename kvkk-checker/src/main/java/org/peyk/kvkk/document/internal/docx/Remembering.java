package org.peyk.kvkk.document.internal.docx;

import java.util.List;
import java.util.Set;

/** Passes a story on and remembers its lines. */
final class Remembering implements Outlet {
    private final Outlet outlet;
    private final Set<String> lines;

    Remembering(Outlet outlet, Set<String> lines) {
        this.outlet = outlet;
        this.lines = lines;
    }

    @Override
    public void paragraph(Paragraph paragraph) {
        for (String line : paragraph.visible.text().split("\n", -1)) {
            lines.add(line.strip());
        }
        outlet.paragraph(paragraph);
    }

    @Override
    public List<String> tablePath() {
        return outlet.tablePath();
    }

    @Override
    public List<String> boxPath() {
        return outlet.boxPath();
    }

    @Override
    public boolean blocks() {
        return outlet.blocks();
    }

    @Override
    public boolean hidden() {
        return outlet.hidden();
    }
}
