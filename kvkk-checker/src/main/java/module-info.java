import org.jspecify.annotations.NullMarked;
import org.peyk.kvkk.KvkkCheck;
import org.peyk.kvkk.document.CsvReader;
import org.peyk.kvkk.document.DocReader;
import org.peyk.kvkk.document.DocxReader;
import org.peyk.kvkk.document.EmlReader;
import org.peyk.kvkk.document.EypReader;
import org.peyk.kvkk.document.HtmlReader;
import org.peyk.kvkk.document.MsgReader;
import org.peyk.kvkk.document.OdfReader;
import org.peyk.kvkk.document.PdfReader;
import org.peyk.kvkk.document.PptReader;
import org.peyk.kvkk.document.PptxReader;
import org.peyk.kvkk.document.ProtectedOfficeReader;
import org.peyk.kvkk.document.RtfReader;
import org.peyk.kvkk.document.TextReader;
import org.peyk.kvkk.document.XlsReader;
import org.peyk.kvkk.document.XlsxReader;
import org.peyk.kvkk.document.ZipReader;
import org.peyk.spi.check.ContentCheck;
import org.peyk.spi.document.DocumentReader;

/** Finds personal data in mails and their attachments, and reads the documents that carry them. */
@NullMarked
module org.peyk.kvkk {
    requires static transitive org.jspecify;
    requires transitive org.peyk.spi;
    // PDFBox needs these three, and as an automatic module cannot say so
    requires java.desktop;
    requires jdk.unsupported;
    requires org.apache.commons.logging;
    requires java.xml;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires de.siegmar.fastcsv;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.jsoup;

    exports org.peyk.kvkk;
    exports org.peyk.kvkk.document;
    exports org.peyk.kvkk.rules;

    provides ContentCheck with
            KvkkCheck;

    // in the order they have to be asked: everything that is text is plain text, too
    provides DocumentReader with
            DocxReader,
            XlsxReader,
            PptxReader,
            OdfReader,
            EypReader,
            ZipReader,
            ProtectedOfficeReader,
            DocReader,
            PptReader,
            XlsReader,
            MsgReader,
            PdfReader,
            RtfReader,
            EmlReader,
            HtmlReader,
            CsvReader,
            TextReader;
}
