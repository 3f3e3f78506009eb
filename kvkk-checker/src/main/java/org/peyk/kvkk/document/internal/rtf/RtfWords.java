package org.peyk.kvkk.document.internal.rtf;

import java.util.Set;

/** Words that open a group whose text is none of the page. */
final class RtfWords {

    /** Groups that hold looks and data, no text. */
    static final Set<String> WITHOUT_TEXT = Set.of(
            "fonttbl",
            "colortbl",
            "stylesheet",
            "listtable",
            "listoverridetable",
            "rsidtbl",
            "generator",
            "themedata",
            "colorschememapping",
            "latentstyles",
            "datastore",
            "xmlnstbl",
            "filetbl",
            "revtbl",
            "mmathPr",
            "bkmkstart",
            "bkmkend",
            "objdata",
            "pgdsctbl",
            "panose",
            "falt",
            "fldrslt0");

    /** Groups whose text a reader of the page does not see. */
    static final Set<String> HIDDEN =
            Set.of("info", "annotation", "atnid", "atnauthor", "fldinst", "userprops", "docvar", "deleted", "xe", "tc");

    static final Set<String> PICTURES = Set.of("pict", "nonshppict");

    private RtfWords() {}
}
