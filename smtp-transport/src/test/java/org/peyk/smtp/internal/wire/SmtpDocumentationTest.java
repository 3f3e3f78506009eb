package org.peyk.smtp.internal.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peyk.smtp.SmtpTransport;
import org.peyk.smtp.testserver.Act;
import org.peyk.smtp.testserver.Mails;
import org.peyk.smtp.testserver.ScriptedSmtpServer;
import org.peyk.smtp.testserver.Step;
import org.peyk.smtp.testserver.TestFeed;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;
import org.peyk.spi.transport.TransportException;
import org.peyk.spi.transport.TransportSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * The tables of {@code docs/smtp.md} are what the code does: replies as {@link ReplyTable} reads them, faults as a server that commits them
 * sees them end. With {@code -Dpeyk.docs=write} the page is written anew; without, a stale one fails the build.
 */
@Timeout(240)
class SmtpDocumentationTest {
    private static final List<String> REPLIES = List.of(
            "421 4.3.2 shutting down",
            "421 4.7.28 unusual rate",
            "432 4.3.2 too many connections",
            "450 4.1.8 sender's domain not found",
            "450 4.2.0 greylisted",
            "450 4.2.1 receiving at a rate that is too high",
            "450 4.7.1 too much mail",
            "451 (no enhanced code)",
            "451 4.3.0 queue file write error",
            "451 4.4.3 temporary DNS failure",
            "452 4.2.2 mailbox full",
            "452 4.3.1 out of space",
            "452 4.5.3 too many recipients",
            "454 4.3.0 try again later",
            "503 5.5.1 bad sequence",
            "530 5.7.0 authentication required",
            "535 5.7.8 credentials refused",
            "550 (no enhanced code)",
            "550 5.1.1 user unknown",
            "550 5.1.8 sender rejected",
            "550 5.2.1 mailbox disabled",
            "550 5.4.5 daily limit",
            "550 5.7.1 denied by policy",
            "550 5.7.60 may not send as",
            "552 5.2.2 mailbox full",
            "552 5.3.4 message too large",
            "554 5.2.0 submission quota exceeded",
            "554 5.6.0 malformed",
            "554 5.7.1 rejected as spam");

    private static String replies() {
        StringBuilder table = new StringBuilder("| Reply | MAIL | RCPT | DATA | end |\n|---|---|---|---|---|\n");
        for (String reply : REPLIES) {
            table.append("| `").append(reply).append('`');
            for (Phase phase : List.of(Phase.SENDER, Phase.RECIPIENT, Phase.CONTENT, Phase.FINAL)) {
                int code = Integer.parseInt(reply.substring(0, 3));
                String text = reply.substring(4).startsWith("(") ? "no" : reply.substring(4);
                table.append(" | ").append(named(ReplyTable.outcome(Reply.of(code, text), phase, null)));
            }
            table.append(" |\n");
        }
        return table.toString();
    }

    private static String named(DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.Deferred d) {
            return "deferred, " + scope(d.scope());
        }
        if (outcome instanceof DeliveryOutcome.Refused r) {
            return "**refused**, " + scope(r.scope());
        }
        return outcome instanceof DeliveryOutcome.Accepted ? "accepted" : "**in doubt**";
    }

    private static String scope(FailureScope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    private static String faults() throws Exception {
        Map<String, Act> faults = new LinkedHashMap<>();
        faults.put("closes", Act.close());
        faults.put("resets", Act.reset());
        faults.put("says nothing until the time is up", Act.stall());
        faults.put("answers something that is no reply", Act.reply("tamam"));
        faults.put("closes in the middle of a reply", Act.say("250-2.0.0 ok\r\n", Act.Then.CLOSE));
        faults.put("answers 354 where it makes no sense", Act.reply("354 go ahead"));
        List<Step> steps = List.of(Step.GREETING, Step.MAIL, Step.RCPT, Step.DATA, Step.END);
        StringBuilder table = new StringBuilder(
                "| The server … | on connecting | MAIL | RCPT | DATA | end |\n|---|---|---|---|---|---|\n");
        for (Map.Entry<String, Act> fault : faults.entrySet()) {
            table.append("| ").append(fault.getKey());
            for (Step step : steps) {
                boolean sense =
                        step != Step.DATA || fault.getValue().bytes().length == 0 || !isGoAhead(fault.getValue());
                table.append(" | ").append(sense ? fault(step, fault.getValue()) : "goes on");
            }
            table.append(" |\n");
        }
        return table.toString();
    }

    private static boolean isGoAhead(Act act) {
        return act.bytes()[0] == '3';
    }

    private static String fault(Step step, Act act) throws Exception {
        Duration patience = act.then() == Act.Then.STALL ? Duration.ofSeconds(2) : Duration.ofMinutes(2);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.plain();
                SmtpTransport transport = SmtpTransport.builder()
                        .url("smtp://127.0.0.1:" + server.port() + "?starttls=plain")
                        .timeouts(t -> step == Step.END
                                ? t.withEnd(patience)
                                : step == Step.DATA
                                        ? t.withData(patience)
                                        : step == Step.GREETING ? t.withGreeting(patience) : t.withCommand(patience))
                        .build()) {
            server.always(step, act.notTaking());
            TestFeed feed = TestFeed.of(Mails.delivery(1));
            Throwable end = catchThrowable(() -> {
                try (TransportSession session = transport.open()) {
                    session.run(feed);
                }
            });
            if (feed.outcomes().isEmpty()) {
                assertThat(end).isInstanceOf(TransportException.class);
                return "nothing taken, " + scope(((TransportException) end).scope());
            }
            return named(feed.outcome(1));
        }
    }

    @Test
    void theTablesAreAsTheCodeIs() throws Exception {
        Path page = page();
        String text = Files.readString(page);
        String expected = put(put(text, "<!-- replies -->", replies()), "<!-- faults -->", faults());
        if ("write".equals(System.getProperty("peyk.docs"))) {
            Files.writeString(page, expected);
        } else {
            assertThat(text)
                    .as("docs/smtp.md is up to date; -Dpeyk.docs=write renews it")
                    .isEqualTo(expected);
        }
    }

    /** Nothing before the end is ever in doubt, and no reply that the table shows is accepted. */
    @Test
    void theTablesKeepThePromise() throws IOException {
        String text = Files.readString(page());
        List<String> rows = text.lines().filter(l -> l.startsWith("| ")).collect(Collectors.toList());
        assertThat(rows).hasSizeGreaterThan(REPLIES.size());
        for (String row : rows) {
            String beforeTheEnd = row.substring(0, row.lastIndexOf('|', row.length() - 2));
            assertThat(beforeTheEnd).doesNotContain("in doubt");
        }
        assertThat(rows).noneMatch(r -> r.contains("accepted"));
    }

    private static String put(String text, String marker, String table) {
        int from = text.indexOf(marker);
        assertThat(from).as("docs/smtp.md has a place for " + marker).isNotNegative();
        int to = text.indexOf("<!-- end -->", from);
        return text.substring(0, from) + marker + "\n" + table + text.substring(to);
    }

    /** The module is built in its own directory; the documentation is beside it. */
    private static Path page() {
        Path root = Path.of("").toAbsolutePath().getParent();
        assertThat(root).isNotNull();
        return root.resolve("docs/smtp.md");
    }
}
