package org.peyk.smtp.internal.incoming;

/** Lines in bytes, whatever ends them: CRLF, as it should be, or LF alone. */
final class Lines {

    private Lines() {}

    /** The end of the line that begins at an index, without its line end. */
    static int end(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return i > from && i < to && bytes[i - 1] == '\r' ? i - 1 : i;
    }

    /** The beginning of the line after the one that ends at an index. */
    static int next(byte[] bytes, int end, int to) {
        int i = end;
        while (i < to && bytes[i] != '\n') {
            i++;
        }
        return Math.min(to, i + 1);
    }
}
