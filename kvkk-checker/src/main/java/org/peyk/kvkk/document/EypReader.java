package org.peyk.kvkk.document;

/** Reads packages of official correspondence ({@code .eyp}, e-Yazışma). The cover letter is the text; metadata and annexes are read besides, digests are
 * checked, and signatures are reported as not verified. */
public final class EypReader extends FormatReader {

    /** For the service loader and for a builder. */
    public EypReader() {
        super(Formats.EYP);
    }
}
