package org.peyk.kvkk.document.internal.ooxml;

import java.io.IOException;

/** The XML holds a document type definition, which no office file needs and attacks are made of. */
final class RefusedXml extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedXml() {
        super("document type definition");
    }
}
