package org.peyk.kvkk.document.internal.docx;

import java.util.List;

/** Takes the paragraphs and tables of a story: the body, a cell, a note, a text box. */
interface Outlet {

    /** The next paragraph. */
    void paragraph(Paragraph paragraph);

    /** Where a table that starts now stands. */
    List<String> tablePath();

    /** Where a text box that starts now stands. */
    List<String> boxPath();

    /** Whether tables and boxes in it become blocks. */
    boolean blocks();

    /** Whether everything in it is hidden. */
    boolean hidden();
}
