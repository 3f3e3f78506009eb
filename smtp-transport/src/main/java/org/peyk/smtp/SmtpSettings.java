package org.peyk.smtp;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The settings of an SMTP transport while they are being collected, and what was wrong with them so far. */
final class SmtpSettings {
    String host = "";
    int port = -1;
    Security security = Security.STARTTLS_REQUIRED;

    @Nullable
    Credentials credentials;

    @Nullable
    String ehloName;

    @Nullable
    Supplier<SSLContext> sslContext;

    SmtpTimeouts timeouts = SmtpTimeouts.DEFAULT;
    SmtpPool pool = SmtpPool.DEFAULT;
    long maxMessageBytes = SmtpConfig.DEFAULT_MAX_MESSAGE_BYTES;
    ZoneId zone = SmtpConfig.DEFAULT_ZONE;
    SmtpExtensions extensions = SmtpExtensions.DEFAULT;
    final List<DkimKey> dkimKeys = new ArrayList<>();
    final List<PemKey> dkimFiles = new ArrayList<>();
    final List<ConfigProblem> problems = new ArrayList<>();

    void url(String url) {
        MailUrl parsed = new MailUrl("SMTP", url);
        host = parsed.host();
        port = parsed.portOr(SmtpConfig.SUBMISSION_PORT, SmtpConfig.SUBMISSIONS_PORT);
        security = parsed.security();
        credentials = parsed.credentials();
        String ehlo = parsed.parameter("ehlo");
        if (ehlo != null) {
            ehloName = ehlo;
        }
        Integer connections = parsed.number("connections");
        if (connections != null) {
            pool = pool.withConnections(connections);
        }
        problems.addAll(parsed.problems());
    }

    SmtpConfig config() {
        List<ConfigProblem> all = new ArrayList<>(problems);
        if (sslContext instanceof PemTrust pem) {
            all.addAll(pem.problems("SMTP-CFG-TRUST"));
        }
        int usual = security == Security.IMPLICIT_TLS ? SmtpConfig.SUBMISSIONS_PORT : SmtpConfig.SUBMISSION_PORT;
        int effectivePort = port >= 0 ? port : usual;
        List<DkimKey> keys = PemKey.readAll(dkimFiles, dkimKeys, all);
        try {
            SmtpConfig config = new SmtpConfig(
                    host,
                    effectivePort,
                    security,
                    credentials,
                    ehloName,
                    sslContext,
                    timeouts,
                    pool,
                    maxMessageBytes,
                    zone,
                    keys,
                    extensions);
            if (all.isEmpty()) {
                return config;
            }
        } catch (SmtpConfigException e) {
            all.addAll(e.problems());
        }
        throw new SmtpConfigException(all);
    }
}
