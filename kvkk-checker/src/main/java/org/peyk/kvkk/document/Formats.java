package org.peyk.kvkk.document;

import java.util.List;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.docx.DocxFormat;
import org.peyk.kvkk.document.internal.html.HtmlFormat;
import org.peyk.kvkk.document.internal.ole.ProtectedOfficeFormat;
import org.peyk.kvkk.document.internal.pdf.PdfFormat;
import org.peyk.kvkk.document.internal.text.PlainTextFormat;
import org.peyk.kvkk.document.internal.text.SeparatedFormat;
import org.peyk.kvkk.document.internal.xlsx.XlsxFormat;

/** The formats, the surest to know first: everything that is text is plain text, too. */
final class Formats {
    static final Format DOCX = new DocxFormat();
    static final Format XLSX = new XlsxFormat();
    static final Format PROTECTED_OFFICE = new ProtectedOfficeFormat();
    static final Format PDF = new PdfFormat();
    static final Format HTML = new HtmlFormat();
    static final Format SEPARATED = new SeparatedFormat();
    static final Format PLAIN_TEXT = new PlainTextFormat();

    static final List<Format> ALL = List.of(DOCX, XLSX, PROTECTED_OFFICE, PDF, HTML, SEPARATED, PLAIN_TEXT);

    private Formats() {}
}
