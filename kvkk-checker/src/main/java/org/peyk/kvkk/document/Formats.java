package org.peyk.kvkk.document;

import java.util.List;
import org.peyk.kvkk.document.internal.Format;
import org.peyk.kvkk.document.internal.docx.DocxFormat;
import org.peyk.kvkk.document.internal.eyp.EypFormat;
import org.peyk.kvkk.document.internal.html.HtmlFormat;
import org.peyk.kvkk.document.internal.mail.EmlFormat;
import org.peyk.kvkk.document.internal.odf.OdfFormat;
import org.peyk.kvkk.document.internal.ole.DocFormat;
import org.peyk.kvkk.document.internal.ole.MsgFormat;
import org.peyk.kvkk.document.internal.ole.PptFormat;
import org.peyk.kvkk.document.internal.ole.ProtectedOfficeFormat;
import org.peyk.kvkk.document.internal.ole.XlsFormat;
import org.peyk.kvkk.document.internal.pdf.PdfFormat;
import org.peyk.kvkk.document.internal.pptx.PptxFormat;
import org.peyk.kvkk.document.internal.rtf.RtfFormat;
import org.peyk.kvkk.document.internal.text.PlainTextFormat;
import org.peyk.kvkk.document.internal.text.SeparatedFormat;
import org.peyk.kvkk.document.internal.xlsx.XlsxFormat;
import org.peyk.kvkk.document.internal.zip.ZipFormat;

/** The formats, the surest to know first: everything that is text is plain text, too. */
final class Formats {
    static final Format DOCX = new DocxFormat();
    static final Format XLSX = new XlsxFormat();
    static final Format PPTX = new PptxFormat();
    static final Format ODF = new OdfFormat();
    static final Format EYP = new EypFormat();
    static final Format ZIP = new ZipFormat();
    static final Format RTF = new RtfFormat();
    static final Format EML = new EmlFormat();
    static final Format PROTECTED_OFFICE = new ProtectedOfficeFormat();
    static final Format DOC = new DocFormat();
    static final Format PPT = new PptFormat();
    static final Format XLS = new XlsFormat();
    static final Format MSG = new MsgFormat();
    static final Format PDF = new PdfFormat();
    static final Format HTML = new HtmlFormat();
    static final Format SEPARATED = new SeparatedFormat();
    static final Format PLAIN_TEXT = new PlainTextFormat();

    static final List<Format> ALL = List.of(
            DOCX,
            XLSX,
            PPTX,
            ODF,
            EYP,
            ZIP,
            PROTECTED_OFFICE,
            DOC,
            PPT,
            XLS,
            MSG,
            PDF,
            RTF,
            EML,
            HTML,
            SEPARATED,
            PLAIN_TEXT);

    private Formats() {}
}
