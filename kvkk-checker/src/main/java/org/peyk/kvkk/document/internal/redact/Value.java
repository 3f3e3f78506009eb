package org.peyk.kvkk.document.internal.redact;

import org.jspecify.annotations.Nullable;

/** A text or an attribute's value in XML, which can be overwritten; what is not is written as it was read. */
final class Value {
    private final String raw;
    private final StringBuilder text;
    private boolean changed;
    private @Nullable String instead;

    Value(String raw) {
        this.raw = raw;
        this.text = new StringBuilder(Entities.decode(raw));
    }

    /** Says that programs expect something else than letters here: when anything of it has to go, this is written. */
    void standIn(String value) {
        instead = value;
    }

    String text() {
        return text.toString();
    }

    int length() {
        return text.length();
    }

    void set(int at, char c) {
        if (text.charAt(at) != c) {
            text.setCharAt(at, c);
            changed = true;
        }
    }

    void replace(String by) {
        if (!text.toString().equals(by)) {
            text.setLength(0);
            text.append(by);
            changed = true;
        }
    }

    boolean changed() {
        return changed;
    }

    void write(StringBuilder out) {
        if (!changed) {
            out.append(raw);
        } else {
            out.append(instead == null ? Entities.encode(text.toString()) : instead);
        }
    }
}
