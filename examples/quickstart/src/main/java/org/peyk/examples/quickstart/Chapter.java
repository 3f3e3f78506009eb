package org.peyk.examples.quickstart;

/** One step of the story. Takes the request as the step before left it. */
interface Chapter {

    Line title();

    /** Plays the step on the stage; whatever it throws ends the story. */
    void play(Stage stage) throws Exception;
}
