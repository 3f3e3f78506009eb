package org.peyk.smtp;

import java.util.List;

/**
 * Who we are towards a server.
 *
 * @param username the user name
 * @param secret gives the password or token, for each connection anew
 * @param mechanisms the ways to prove it, in order of preference; the first one the server offers is used
 */
public record Credentials(String username, TokenSource secret, List<AuthMechanism> mechanisms) {

    /** Copies the list. */
    public Credentials {
        mechanisms = List.copyOf(mechanisms);
    }

    /**
     * A password.
     *
     * @param username the user name
     * @param password gives the password
     * @return credentials for PLAIN, else LOGIN
     */
    public static Credentials password(String username, TokenSource password) {
        return new Credentials(username, password, List.of(AuthMechanism.PLAIN, AuthMechanism.LOGIN));
    }

    /**
     * Access tokens of OAuth 2.0.
     *
     * @param username the mailbox
     * @param tokens gives the tokens
     * @return credentials for XOAUTH2
     */
    public static Credentials oauth2(String username, TokenSource tokens) {
        return new Credentials(username, tokens, List.of(AuthMechanism.XOAUTH2));
    }

    /**
     * Shows neither name nor secret.
     *
     * @return the mechanisms alone
     */
    @Override
    public String toString() {
        return "Credentials" + mechanisms;
    }
}
