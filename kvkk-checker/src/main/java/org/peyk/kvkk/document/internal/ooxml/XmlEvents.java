package org.peyk.kvkk.document.internal.ooxml;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.peyk.kvkk.document.internal.Reading;

/**
 * XML read forwards, within bounds: no document type definitions, no entities beyond the five of XML, no outside resources, no deep nesting,
 * no long tags. Names are local names: the two namespaces of each office vocabulary (ECMA-376 transitional and strict) read alike.
 */
public final class XmlEvents implements Closeable {
    private static final int DEEPEST = 512;
    private static final String JDK_DEPTH = "jdk.xml.maxElementDepth";

    private final XMLStreamReader xml;
    private final Reading reading;
    private @Nullable Runnable watcher;
    private int depth;

    private XmlEvents(XMLStreamReader xml, Reading reading) {
        this.xml = xml;
        this.reading = reading;
    }

    /**
     * Opens XML in UTF-8 or UTF-16, as office files have to be (ECMA-376 part 2, 8.1.2).
     *
     * @param in the XML
     * @param reading keeps the bounds
     * @return the events
     * @throws IOException when it does not start like XML
     */
    public static XmlEvents open(InputStream in, Reading reading) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 16 * 1024);
        buffered.mark(4);
        byte[] first = buffered.readNBytes(3);
        buffered.reset();
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (first.length == 3 && (first[0] & 0xFF) == 0xEF && (first[1] & 0xFF) == 0xBB && (first[2] & 0xFF) == 0xBF) {
            mark = 3;
        } else if (first.length > 1 && (first[0] & 0xFF) == 0xFF && (first[1] & 0xFF) == 0xFE) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (first.length > 1 && (first[0] & 0xFF) == 0xFE && (first[1] & 0xFF) == 0xFF) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        }
        buffered.skipNBytes(mark);
        MarkupGuard guarded = new MarkupGuard(new InputStreamReader(buffered, charset), reading);
        try {
            return new XmlEvents(factory().createXMLStreamReader(guarded), reading);
        } catch (XMLStreamException e) {
            throw unwrap(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        if (factory.isPropertySupported(JDK_DEPTH)) {
            // newer platforms have a lower bound of their own, which would make depth look like damage
            factory.setProperty(JDK_DEPTH, "0");
        }
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("outside resources are not read");
        });
        return factory;
    }

    /**
     * Goes to the next start, end or text.
     *
     * @return one of {@link XMLStreamConstants}
     * @throws IOException when the XML is damaged
     */
    public int next() throws IOException {
        try {
            int event = xml.next();
            reading.tick();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > DEEPEST) {
                    throw reading.tooComplex("XML");
                }
                if (watcher != null) {
                    watcher.run();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new RefusedXml();
            }
            return event;
        } catch (XMLStreamException e) {
            throw unwrap(e);
        } catch (java.util.NoSuchElementException e) {
            throw new IOException("the XML ends early", e);
        }
    }

    /**
     * Has somebody look at every element that starts from here on, whoever reads it or passes it over.
     *
     * @param taker is called at the start of each
     */
    public void watch(Runnable taker) {
        watcher = taker;
    }

    /** How many elements are open. */
    public int depth() {
        return depth;
    }

    /**
     * Goes to the next child of an element, past whatever is left of the one before.
     *
     * @param parent {@link #depth()} at the start of the parent
     * @return whether there is one; if not, the parent has ended
     * @throws IOException when the XML is damaged
     */
    public boolean nextChild(int parent) throws IOException {
        while (depth >= parent) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT && depth == parent + 1) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT && depth < parent) {
                return false;
            }
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
        return false;
    }

    /** Goes to the first element. */
    public String root() throws IOException {
        while (next() != XMLStreamConstants.START_ELEMENT) {
            // the prolog
        }
        return name();
    }

    public boolean atEnd() throws IOException {
        try {
            return !xml.hasNext();
        } catch (XMLStreamException e) {
            throw unwrap(e);
        }
    }

    public String name() {
        return xml.getLocalName();
    }

    public String text() {
        return xml.getText();
    }

    /** The value of an attribute by its local name, or null. */
    public @Nullable String attribute(String localName) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(localName)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The values of all attributes with a local name, which may be there once in each namespace. */
    public List<String> attributes(String localName) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(localName)) {
                values.add(xml.getAttributeValue(i));
            }
        }
        return values;
    }

    /** Gives the local name and the value of every attribute; namespaces are none. */
    public void eachAttribute(BiConsumer<String, String> taker) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            taker.accept(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
    }

    /** An attribute that is on or off, as {@code 1}, {@code true} and {@code on} say. */
    public boolean flag(String localName) {
        String value = attribute(localName);
        return value != null && (value.equals("1") || value.equals("true") || value.equals("on"));
    }

    /**
     * The text of the element at whose start we are, with that of the elements in it; then we are at its end.
     *
     * @return the text
     * @throws IOException when the XML is damaged
     */
    public String elementText() throws IOException {
        StringBuilder text = new StringBuilder();
        appendText(text);
        return text.toString();
    }

    /**
     * Adds the text of the element at whose start we are to others; then we are at its end.
     *
     * @param text what it is added to
     * @throws IOException when the XML is damaged
     */
    public void appendText(StringBuilder text) throws IOException {
        int open = depth;
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                // more than may be handed on is not kept; handing on what is kept ends the reading
                if (text.length() <= reading.limits().outputChars()) {
                    text.append(xml.getText());
                }
            } else if (event == XMLStreamConstants.END_DOCUMENT
                    || (event == XMLStreamConstants.END_ELEMENT && depth < open)) {
                return;
            }
        }
    }

    /** The parser wraps what its source throws, sometimes in turn. */
    private static IOException unwrap(XMLStreamException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof RefusedXml refused) {
                return refused;
            }
        }
        if (e.getNestedException() instanceof RefusedXml refused) {
            return refused;
        }
        return new IOException("bad XML", e);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw unwrap(e);
        }
    }
}
