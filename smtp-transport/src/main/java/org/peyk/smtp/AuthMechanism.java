package org.peyk.smtp;

/** A way to prove who we are. */
public enum AuthMechanism {
    /** User name and password in one go (RFC 4616). */
    PLAIN,
    /** User name and password, asked one after the other. */
    LOGIN,
    /** A bearer token of OAuth 2.0, as Google and Microsoft take it. */
    XOAUTH2
}
