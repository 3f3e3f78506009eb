package org.peyk.smtp;

import java.security.PrivateKey;

/**
 * A key that messages are signed with (DKIM, RFC 6376 and RFC 8463). Its public half stands in the DNS at
 * {@code selector._domainkey.domain}. To change keys, publish the new one under another selector, then give it here in place of the old
 * one, and leave the old one in the DNS for some days more. Two keys at once, RSA and Ed25519, make two signatures.
 *
 * @param domain the signing domain; that of the sender's address, or one above it, if DMARC shall find the two aligned (RFC 7489 section 3.1)
 * @param selector names the key among those of the domain
 * @param key RSA with at least 2048 bits, or Ed25519
 */
public record DkimKey(String domain, String selector, PrivateKey key) {

    /**
     * Shows no key.
     *
     * @return domain and selector
     */
    @Override
    public String toString() {
        return "DkimKey[" + selector + "._domainkey." + domain + "]";
    }
}
