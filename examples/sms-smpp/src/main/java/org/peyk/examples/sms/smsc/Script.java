package org.peyk.examples.sms.smsc;

/** Tells the centre what to do. Called from several threads. */
@FunctionalInterface
public interface Script {

    /**
     * Decides about one part.
     *
     * @param submission the part
     * @return what to do with it
     */
    Reaction on(Submission submission);
}
