package org.peyk.smtp.testserver;

/** A place where the scripted server can do as it is told. */
public enum Step {
    GREETING("220 test ESMTP"),
    EHLO(""),
    HELO("250 test"),
    STARTTLS("220 go ahead"),
    AUTH("235 2.7.0 welcome"),
    MAIL("250 2.1.0 ok"),
    RCPT("250 2.1.5 ok"),
    DATA("354 go ahead"),
    /** Asked once some of a message, but not its end, has come. */
    BODY(""),
    /** The end of a message has come. */
    END("250 2.0.0 taken"),
    RSET("250 2.0.0 ok"),
    NOOP("250 2.0.0 ok"),
    QUIT("221 2.0.0 bye");

    final String usual;

    Step(String usual) {
        this.usual = usual;
    }
}
