package org.peyk.kvkk.document.internal.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.ooxml.WordedAttributes;

/** The texts of a part that is no story: properties, notes of sheets, charts, caches, data of other programs. */
final class LooseUnits {
    /** Elements whose text is one, though it may be written in runs. */
    private static final Set<String> JOINED = Set.of("p", "si", "is", "text");

    /** Where drawings, charts and sheets keep words; what else stands in them are places, sizes and settings. */
    private static final Set<String> WORDS = Set.of(
            "t",
            "v",
            "text",
            "author",
            "delText",
            "instrText",
            "formula",
            "formula1",
            "formula2",
            "definedName",
            "calculatedColumnFormula",
            "totalsRowFormula",
            "pt",
            "oddHeader",
            "oddFooter",
            "evenHeader",
            "evenFooter",
            "firstHeader",
            "firstFooter");

    private static final Set<String> PROPERTIES = Set.of(
            "title",
            "subject",
            "creator",
            "lastModifiedBy",
            "keywords",
            "description",
            "category",
            "contentStatus",
            "identifier",
            "Company",
            "Manager",
            "HyperlinkBase",
            "lpwstr",
            "lpstr",
            "bstr");

    private static final Set<String> NUMBERS =
            Set.of("i1", "i2", "i4", "i8", "int", "ui1", "ui2", "ui4", "ui8", "uint", "r4", "r8", "decimal");

    private static final Set<String> ATTRIBUTES =
            Set.of("alt", "string", "instr", "promptTitle", "error", "errorTitle", "tooltip", "comment");

    private final List<Unit> units = new ArrayList<>();
    private final String part;
    private final List<String> path = new ArrayList<>();
    private @Nullable Unit joined;
    private int joinedAt;
    private boolean externalText;

    private LooseUnits(String part) {
        this.part = part;
    }

    static List<Unit> of(Markup markup, String part) {
        LooseUnits found = new LooseUnits(part);
        boolean cells = part.contains("/worksheets/") || part.contains("/chartsheets/");
        int skipTo = -1;
        List<Markup.Piece> pieces = markup.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            Markup.Piece piece = pieces.get(i);
            if (i <= skipTo) {
                continue;
            }
            switch (piece.kind) {
                case OPEN -> {
                    if (piece.name.equals("rPh") || (cells && piece.name.equals("sheetData"))) {
                        skipTo = markup.endOf(i);
                    } else {
                        found.open(piece);
                    }
                }
                case CLOSE -> found.close();
                case TEXT -> found.text(piece.text());
                case OTHER -> {
                    // comments and instructions of XML are no text of the document
                }
            }
        }
        return found.units;
    }

    /** Descriptions, titles and authors, which stories have as well. */
    static List<Unit> attributes(Markup markup, String part) {
        LooseUnits found = new LooseUnits(part);
        for (Markup.Piece piece : markup.pieces()) {
            if (piece.kind == Markup.Piece.Kind.OPEN) {
                found.attributes(piece);
            }
        }
        return found.units;
    }

    private void open(Markup.Piece piece) {
        attributes(piece);
        if (!piece.empty) {
            path.add(piece.name);
            if (joined == null && JOINED.contains(piece.name)) {
                joined = new Unit();
                joinedAt = path.size();
            }
        }
        if (part.contains("/externallinks/") && piece.name.equals("cell")) {
            String type = piece.valueOf("t");
            externalText = type.equals("str") || type.equals("e");
        }
    }

    private void close() {
        if (joined != null && path.size() == joinedAt) {
            emit(joined);
            joined = null;
        }
        if (!path.isEmpty()) {
            path.remove(path.size() - 1);
        }
    }

    private void text(Value value) {
        if (value.text().isBlank()) {
            if (joined != null) {
                joined.add(value, 0, value.length());
            }
            return;
        }
        String element = path.isEmpty() ? "" : path.get(path.size() - 1);
        if (!holdsWords(element)) {
            return;
        }
        if (element.equals("v")
                && (path.contains("numCache")
                        || path.contains("numDim")
                        || (part.contains("/externallinks/") && !externalText))) {
            value.standIn("0");
        } else if (part.startsWith("docprops/") && NUMBERS.contains(element)) {
            value.standIn("0");
        }
        if (joined != null) {
            joined.add(value, 0, value.length());
        } else {
            emit(Unit.of(value));
        }
    }

    private boolean holdsWords(String element) {
        if (part.startsWith("docprops/")) {
            return PROPERTIES.contains(element) || NUMBERS.contains(element);
        }
        if (part.startsWith("customxml/") || part.endsWith(".vml")) {
            return true;
        }
        if (part.contains("/charts/")
                || part.contains("/drawings/")
                || part.contains("/diagrams/")
                || part.contains("/worksheets/")
                || part.startsWith("word/")
                || part.startsWith("xl/")) {
            return WORDS.contains(element);
        }
        return true;
    }

    private void attributes(Markup.Piece piece) {
        piece.attributes.forEach((written, value) -> {
            String name = Markup.local(written);
            if (isNamespace(written)) {
                return;
            }
            standIn(piece.name, name, value);
            boolean own = part.startsWith("docprops/") && piece.name.equals("property") && name.equals("name");
            boolean foreign = part.startsWith("customxml/") && WordedAttributes.suspicious(value.text());
            if (own || foreign || ATTRIBUTES.contains(name) || WordedAttributes.tell(piece.name, name)) {
                emit(Unit.of(value));
            }
        });
    }

    private static boolean isNamespace(String attribute) {
        return attribute.equals("xmlns") || attribute.startsWith("xmlns:");
    }

    /** Programs refuse a file whose numbers and dates are none. */
    private static void standIn(String element, String attribute, Value value) {
        boolean cached = attribute.equals("v");
        if ((cached && (element.equals("n") || element.equals("b"))) || attribute.endsWith("Value")) {
            value.standIn("0");
        } else if ((cached && element.equals("d")) || attribute.equals("minDate") || attribute.equals("maxDate")) {
            value.standIn("1900-01-01T00:00:00");
        } else if (attribute.equals("fullDate")) {
            value.standIn("1900-01-01T00:00:00Z");
        }
    }

    private void emit(Unit unit) {
        if (!unit.isBlank()) {
            units.add(unit);
        }
    }
}
