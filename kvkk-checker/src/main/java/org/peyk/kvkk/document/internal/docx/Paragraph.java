package org.peyk.kvkk.document.internal.docx;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.RichText;

/** A paragraph being read: what is seen, and all that is not. */
final class Paragraph {
    /** What a reader of the document sees. */
    final RichText visible = new RichText();
    /** Text that is marked as hidden. */
    final StringBuilder hidden = new StringBuilder();
    /** Text that was deleted while changes were tracked. */
    final StringBuilder deleted = new StringBuilder();
    /** What programs that do not know a newer feature show instead of it. */
    final StringBuilder fallback = new StringBuilder();
    /** Instructions of fields. */
    final StringBuilder codes = new StringBuilder();
    /** Where links lead. */
    final List<String> links = new ArrayList<>();
    /** Descriptions of pictures and drawings. */
    final Set<String> descriptions = new LinkedHashSet<>();
    /** Alternative texts of pictures, null for those without one. */
    final List<@Nullable String> pictures = new ArrayList<>();

    /** Description of the drawing that is being read. */
    @Nullable
    String alternative;

    ParagraphLook look = ParagraphLook.PLAIN;
}
