package org.peyk.examples.benchmarks.smtp;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Signature;

/** Sends nothing: signs as much as a DKIM signature signs, as often, to show what the platform alone is able to do. */
final class JcaSigner implements Sender {
    private static final byte[] HEADER = "x".repeat(900).getBytes(StandardCharsets.US_ASCII);

    private final String algorithm;
    private final PrivateKey key;

    JcaSigner(String algorithm, PrivateKey key) {
        this.algorithm = algorithm;
        this.key = key;
    }

    @Override
    public void send(Job job) throws Exception {
        Sender.lanes(job, numbers -> {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            int length = 0;
            for (int n = numbers.next(); n >= 0; n = numbers.next()) {
                signature.update(HEADER);
                length += signature.sign().length;
            }
            if (length < 0) {
                throw new IllegalStateException("more signatures than can be counted");
            }
        });
    }
}
