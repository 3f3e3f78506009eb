package org.peyk.smtp;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome.Accepted;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;

/** Reports of delivery (RFC 3461) are asked for where they are wanted and offered, and nothing can be smuggled in with them. */
class SmtpReportsTest {
    private ScriptedSmtpServer server;

    @BeforeEach
    void start() throws IOException {
        server = ScriptedSmtpServer.plain();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private List<String> commands(DeliveryReports reports, Delivery delivery) throws Exception {
        int before = server.commands().size();
        TestFeed feed = TestFeed.of(delivery);
        try (SmtpTransport transport = SmtpTransport.builder()
                        .url("smtp://127.0.0.1:" + server.port() + "?starttls=plain")
                        .extensions(e -> e.withReports(reports))
                        .build();
                TransportSession session = transport.open()) {
            session.run(feed);
        }
        assertThat(feed.outcomes().values()).allMatch(Accepted.class::isInstance);
        return server.commands().stream()
                .skip(before)
                .filter(c -> c.startsWith("MAIL") || c.startsWith("RCPT"))
                .toList();
    }

    @Test
    void areAskedForWhereTheyAreOffered() throws Exception {
        server.extensions("DSN");
        assertThat(commands(DeliveryReports.FAILURES, Mails.delivery(1)))
                .containsExactly(
                        "MAIL FROM:<donus+1@universite.example> RET=HDRS ENVID=row-1@universite.example",
                        "RCPT TO:<" + Mails.recipient(1) + "> NOTIFY=FAILURE,DELAY ORCPT=rfc822;" + Mails.recipient(1));
        DeliveryReports all = new DeliveryReports(EnumSet.allOf(DeliveryReports.Event.class), true);
        assertThat(commands(all, Mails.delivery(2)))
                .anyMatch(c -> c.contains(" RET=FULL "))
                .anyMatch(c -> c.contains(" NOTIFY=SUCCESS,FAILURE,DELAY "));
        assertThat(commands(new DeliveryReports(Set.of(), false), Mails.delivery(3)))
                .anyMatch(c -> c.contains(" NOTIFY=NEVER "));
    }

    @Test
    void areNotMentionedElsewhere() throws Exception {
        server.extensions("SIZE 50000000");
        assertThat(commands(DeliveryReports.FAILURES, Mails.delivery(1)))
                .noneMatch(c -> c.contains("RET=") || c.contains("NOTIFY="));
        server.extensions("DSN");
        assertThat(commands(null, Mails.delivery(2))).noneMatch(c -> c.contains("RET=") || c.contains("NOTIFY="));
    }

    /** What an address or a Message-ID may hold cannot end a parameter. */
    @Test
    void areWrittenSoThatNothingEndsThem() throws Exception {
        server.extensions("DSN");
        Delivery delivery = new Delivery(
                new DeliveryId(1), Mails.envelope("a+b=c@b.example", "<x+y=z@universite.example>"), Mails.simple());
        assertThat(commands(DeliveryReports.FAILURES, delivery))
                .anyMatch(c -> c.endsWith(" ENVID=x+2By+3Dz@universite.example"))
                .anyMatch(c -> c.endsWith(" ORCPT=rfc822;a+2Bb+3Dc@b.example"));
        Delivery longId = new Delivery(
                new DeliveryId(2),
                Mails.envelope("a@b.example", "<" + "x".repeat(100) + "@universite.example>"),
                Mails.simple());
        assertThat(commands(DeliveryReports.FAILURES, longId)).noneMatch(c -> c.contains("ENVID"));
    }
}
