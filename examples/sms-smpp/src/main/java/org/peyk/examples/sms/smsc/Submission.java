package org.peyk.examples.sms.smsc;

/**
 * A part that came.
 *
 * @param number whom it is for, in E.164 form
 * @param part which part, from 1
 * @param parts how many the message has
 * @param complete whether the message is complete with it
 */
public record Submission(String number, int part, int parts, boolean complete) {

    /** Shows no number. */
    @Override
    public String toString() {
        return "Submission[" + part + "/" + parts + "]";
    }
}
