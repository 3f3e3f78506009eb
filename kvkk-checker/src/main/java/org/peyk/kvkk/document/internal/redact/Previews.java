package org.peyk.kvkk.document.internal.redact;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.peyk.kvkk.document.internal.ooxml.OoxmlPackage;
import org.peyk.kvkk.document.internal.ooxml.Relation;
import org.peyk.kvkk.document.internal.redact.Markup.Piece;

/** Blanks the pictures that show a file inside as it was before it was blackened. */
final class Previews {
    private static final Set<String> OBJECTS = Set.of("object", "oleObject", "OLEObject", "oleObj");

    /** A picture of one point. */
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private final OoxmlPackage file;
    private final Parts parts;
    private final Set<String> blackened;

    Previews(OoxmlPackage file, Parts parts, Set<String> blackened) {
        this.file = file;
        this.parts = parts;
        this.blackened = blackened;
    }

    void blank() {
        for (String part : parts.names()) {
            if (part.endsWith(".xml")) {
                of(part);
            }
        }
    }

    private void of(String part) {
        Map<String, String> targets = new HashMap<>();
        Set<String> drawings = new HashSet<>();
        for (Relation relation : file.relations(part)) {
            if (!relation.external()) {
                targets.put(relation.id(), Parts.key(relation.target()));
                if (relation.target().endsWith(".vml")) {
                    drawings.add(relation.target());
                }
            }
        }
        Markup markup = targets.values().stream().anyMatch(blackened::contains) ? parts.markup(part) : null;
        if (markup == null) {
            return;
        }
        boolean shown = false;
        List<Piece> pieces = markup.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).kind == Piece.Kind.OPEN && OBJECTS.contains(pieces.get(i).name)) {
                shown |= object(pieces.subList(i, markup.endOf(i) + 1), targets);
            }
        }
        // old drawings of sheets tell by numbers which picture is whose, so that all of them go
        for (String drawing : shown ? drawings : Set.<String>of()) {
            for (Relation relation : file.relations(drawing)) {
                if (relation.type().equals("image") && !relation.external()) {
                    blankPicture(Parts.key(relation.target()));
                }
            }
        }
    }

    /** Blanks the pictures of an object that leads to a file that was blackened; says whether it does. */
    private boolean object(List<Piece> pieces, Map<String, String> targets) {
        Set<String> leadTo = new HashSet<>();
        for (Piece piece : pieces) {
            piece.attributes.values().forEach(value -> leadTo.add(targets.getOrDefault(value.text(), "")));
        }
        if (leadTo.stream().noneMatch(blackened::contains)) {
            return false;
        }
        leadTo.stream().filter(target -> target.contains("/media/")).forEach(this::blankPicture);
        return true;
    }

    private void blankPicture(String part) {
        parts.replace(part, part.endsWith(".emf") ? emf() : part.endsWith(".wmf") ? wmf() : PNG);
    }

    /** A picture of nothing: a head and an end (MS-EMF 2.3.4.2 and 2.3.4.1). */
    private static byte[] emf() {
        ByteBuffer out = ByteBuffer.allocate(108).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(1).putInt(88).position(40);
        out.putInt(0x464D4520).putInt(0x10000).putInt(108).putInt(2).putShort((short) 1);
        out.position(72);
        out.putInt(1).putInt(1).putInt(1).putInt(1);
        return out.putInt(14).putInt(20).putInt(0).putInt(16).putInt(20).array();
    }

    /** The same in the older form (MS-WMF 2.3.2.2 and 2.3.2.1). */
    private static byte[] wmf() {
        ByteBuffer out = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 1).putShort((short) 9).putShort((short) 0x300).putInt(12);
        out.putShort((short) 0).putInt(3).putShort((short) 0);
        return out.putInt(3).putShort((short) 0).array();
    }
}
