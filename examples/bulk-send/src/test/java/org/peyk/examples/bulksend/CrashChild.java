package org.peyk.examples.bulksend;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.peyk.ErrorCode;
import org.peyk.MailProcess;
import org.peyk.MailRequest;
import org.peyk.RefusedException;
import org.peyk.RequestState;
import org.peyk.SendingConfig;
import org.peyk.smtp.SmtpTransport;
import org.peyk.spi.Audience;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Sender;

/**
 * A process that sends a list, as {@code bulk-send} does and with its options, and ends at the point the system property {@code peyk.point}
 * names. Ends with 0 once everything is sent. Its name among several is the property {@code peyk.node}, {@code peyk.heartbeat} how often it
 * says that it is alive, in milliseconds.
 */
final class CrashChild {

    private static final int PAGE = 100;
    private static final int BATCH = 50;

    private CrashChild() {}

    static List<String> arguments(
            CountingServer server,
            Path recipients,
            Path content,
            String store,
            String user,
            int connections,
            int window,
            String inDoubt) {
        return List.of(
                "--recipients",
                recipients.toString(),
                "--content",
                content.toString(),
                "--subject",
                "Kütüphane saatleri",
                "--smtp",
                server.url(),
                "--store",
                store,
                "--store-user",
                user,
                "--store-password",
                "",
                "--connections",
                String.valueOf(connections),
                "--window",
                String.valueOf(window),
                "--in-doubt",
                inDoubt);
    }

    public static void main(String[] args) throws Exception {
        Options options = Options.parse(args);
        Points points = Points.of(System.getProperty("peyk.point"));
        RecipientFile recipients = new RecipientFile(options);
        SmtpTransport transport = Relay.of(options);
        SendingConfig sending = SendingConfig.builder()
                .connections(options.connections())
                .intentWindow(options.window())
                .batchSize(BATCH)
                .expansionPage(PAGE)
                .pollInterval(Duration.ofMillis(50))
                .inDoubtHold(Duration.ZERO)
                .heartbeat(
                        Duration.ofMillis(Long.getLong("peyk.heartbeat", SendingConfig.DEFAULT_HEARTBEAT.toMillis())))
                .build();
        try (HikariDataSource pool = pool(options);
                MailProcess process = MailProcess.builder()
                        .store(points.in(pool))
                        .directory(People.directory())
                        .policy(People.policy())
                        .recipientSource(points.in(recipients.source()))
                        .transport(points.in(transport))
                        .sending(sending)
                        .node(System.getProperty("peyk.node", "crash-child"))
                        .build()) {
            MailRequest request = ready(process, options);
            process.start();
            while (request.state() != RequestState.SENT) {
                if (request.state().terminal() || request.state() == RequestState.PAUSED) {
                    throw new IllegalStateException("the request is " + request.state() + ": " + request.note());
                }
                TimeUnit.MILLISECONDS.sleep(20);
                request = process.requests().get(request.id());
            }
        }
        System.exit(0);
    }

    private static HikariDataSource pool(Options options) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(options.store());
        config.setUsername(options.storeUser());
        config.setPassword(options.storePassword());
        config.setMaximumPoolSize(options.connections() + 8);
        config.setMinimumIdle(2);
        return new HikariDataSource(config);
    }

    /** The request, taken from wherever an earlier process left it to where it is sent. */
    private static MailRequest ready(MailProcess process, Options options) throws Exception {
        LanguageVersion version = new LanguageVersion(
                Locale.forLanguageTag("tr"), options.subject(), null, Files.readString(options.content()), null);
        RequestForm form = RequestForm.builder(Purpose.INFORMATION)
                .detail(Detail.CONTACT, options.from())
                .content(Content.of(version))
                .audience(Audience.of(RecipientFile.ALL)
                        .expecting(Files.readAllLines(options.recipients()).size()))
                .sender(new Sender(options.from(), "", null))
                .inDoubt(options.inDoubt())
                .build();
        MailRequest r = process.requests().create(People.requester(), form, "crash");
        while (List.of(RequestState.DRAFT, RequestState.IN_APPROVAL, RequestState.APPROVED)
                .contains(r.state())) {
            r = advanced(process, r);
        }
        return r;
    }

    private static MailRequest advanced(MailProcess process, MailRequest r) {
        try {
            return switch (r.state()) {
                case DRAFT -> process.requests().submit(People.REQUESTER, r.id());
                case IN_APPROVAL -> process.requests().approve(People.APPROVER, r.id(), r.digest());
                default -> process.requests().schedule(People.REQUESTER, r.id(), null);
            };
        } catch (RefusedException e) {
            if (e.code() != ErrorCode.STATE) {
                throw e;
            }
            // another process was faster
            return process.requests().get(r.id());
        }
    }
}
