package org.peyk.kvkk.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/** PDF files made for a test. */
final class PdfFiles {

    private PdfFiles() {}

    /** Something drawn on a page. */
    interface Drawing {
        void on(PDPageContentStream content, PDDocument document) throws IOException;
    }

    static byte[] pages(Drawing... drawings) {
        try (PDDocument document = new PDDocument()) {
            for (Drawing drawing : drawings) {
                draw(document, drawing);
            }
            return save(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void draw(PDDocument document, Drawing drawing) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            drawing.on(content, document);
        }
    }

    /** Lines of text, each at its place. */
    static Drawing lines(List<Placed> lines) {
        return (content, document) -> {
            for (Placed line : lines) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), line.size());
                content.newLineAtOffset(line.x(), line.y());
                content.showText(line.text());
                content.endText();
            }
        };
    }

    /**
     * A line of text.
     *
     * @param x from the left
     * @param y from below
     * @param size the size of its letters
     * @param text its letters, of those that Latin-1 has
     */
    record Placed(float x, float y, float size, String text) {}

    static Drawing picture() {
        return (content, document) -> {
            BufferedImage image = new BufferedImage(300, 400, BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, 300, 400);
            graphics.dispose();
            content.drawImage(LosslessFactory.createFromImage(document, image), 50, 50, 300, 400);
        };
    }

    static byte[] encrypted(byte[] pdf, String owner, String user) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            StandardProtectionPolicy policy = new StandardProtectionPolicy(owner, user, new AccessPermission());
            policy.setEncryptionKeyLength(256);
            document.protect(policy);
            return save(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page with a form field, an annotation, and a file inside. */
    static byte[] withExtras(String fileName, byte[] file) {
        try (PDDocument document = new PDDocument()) {
            draw(document, lines(List.of(new Placed(50, 700, 12, "Basvuru formu"))));
            PDPage page = document.getPage(0);
            form(document, page);
            PDAnnotationText note = new PDAnnotationText();
            note.setContents("Ogrenci no 210412071");
            note.setTitlePopup("Yazi Isleri");
            note.setRectangle(new PDRectangle(300, 300, 20, 20));
            page.setAnnotations(List.of(page.getAnnotations().get(0), note));
            PDEmbeddedFile embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(file));
            PDComplexFileSpecification specification = new PDComplexFileSpecification();
            specification.setFile(fileName);
            specification.setEmbeddedFile(embedded);
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of(fileName, specification));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            document.getDocumentCatalog().setNames(names);
            document.getDocumentInformation().setAuthor("Yazı İşleri");
            document.getDocumentInformation().setCustomMetadataValue("SicilNo", "A-10457");
            return save(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void form(PDDocument document, PDPage page) throws IOException {
        PDAcroForm form = new PDAcroForm(document);
        document.getDocumentCatalog().setAcroForm(form);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("Helv"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 10 Tf 0 g");
        PDTextField field = new PDTextField(form);
        field.setPartialName("kimlik");
        form.getFields().add(field);
        field.getWidgets().get(0).setRectangle(new PDRectangle(50, 600, 200, 20));
        field.getWidgets().get(0).setPage(page);
        page.setAnnotations(List.of(field.getWidgets().get(0)));
        field.setValue("10000000146");
    }

    static byte[] save(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /** A PDF written by hand, so that it may be as wrong as a test needs it. */
    static byte[] byHand(Map<Integer, byte[]> objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(latin("%PDF-1.5\n"));
        objects.forEach((number, body) -> {
            out.writeBytes(latin(number + " 0 obj\n"));
            out.writeBytes(body);
            out.writeBytes(latin("\nendobj\n"));
        });
        out.writeBytes(latin("trailer\n<</Root 1 0 R/Size " + (objects.size() + 1) + ">>\n%%EOF\n"));
        return out.toByteArray();
    }

    static byte[] stream(String dictionary, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(latin("<<" + dictionary + "/Length " + content.length + ">>\nstream\n"));
        out.writeBytes(content);
        out.writeBytes(latin("\nendstream"));
        return out.toByteArray();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
