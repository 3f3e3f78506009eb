package org.peyk.internal.delivery;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.peyk.RelayLogFormat;

import static org.assertj.core.api.Assertions.assertThat;

/** Logs of relays, also hostile ones. */
class RelayLogTest {

    private final List<String> said = new ArrayList<>();

    private RelayLog read(RelayLogFormat format, String text) throws IOException {
        RelayLog log = new RelayLog(new StringReader(text), format);
        log.read((id, fate, status) -> said.add(id + " " + fate + " " + status));
        return log;
    }

    @Test
    void postfixLinesBelongTogetherByTheirQueueId() throws IOException {
        RelayLog log = read(RelayLogFormat.POSTFIX, """
                Nov 24 10:00:01 relay postfix/smtpd[11]: 4ZxQ1h0Aaa: client=portal[10.0.0.1]
                Nov 24 10:00:01 relay postfix/cleanup[12]: 4ZxQ1h0Aaa: message-id=<aaa@ornek.edu.tr>
                2026-11-24T10:00:01.123456+03:00 relay postfix-out/cleanup[12]: 4ZxQ1h0Bbb: message-id=<bbb@ornek.edu.tr>
                Nov 24 10:00:01 relay postfix/qmgr[3]: 4ZxQ1h0Aaa: from=<d@ornek.edu.tr>, size=900, nrcpt=1 (queue active)
                Nov 24 10:00:02 relay postfix/smtp[14]: 4ZxQ1h0Aaa: to=<x@y.tr>, relay=mx.y.tr[1.2.3.4]:25, delay=1, delays=0/0/1/0, dsn=2.0.0, status=sent (250 ok)
                Nov 24 10:00:02 relay postfix/smtp[14]: 4ZxQ1h0Ccc: to=<x@y.tr>, relay=none, dsn=5.1.1, status=bounced (550)
                Nov 24 10:00:03 relay postfix/cleanup[12]: 4ZxQ1h0Ddd: message-id=<ddd@ornek.edu.tr>
                Nov 24 10:00:03 relay postfix/smtp[14]: 4ZxQ1h0Ddd: to=<z@y.tr>, relay=mx.y.tr, delay=1, dsn=5.1.1, status=bounced (host said: 550)
                Nov 24 10:00:04 relay postfix/qmgr[3]: 4ZxQ1h0Ddd: from=<d@ornek.edu.tr>, status=expired, returned to sender
                """);
        assertThat(said)
                .containsExactly(
                        "<aaa@ornek.edu.tr> TAKEN null",
                        "<aaa@ornek.edu.tr> TAKEN 2.0.0",
                        "<ddd@ornek.edu.tr> BOUNCED 5.1.1",
                        "<ddd@ornek.edu.tr> BOUNCED null");
        assertThat(log.lines()).isEqualTo(9);
    }

    @Test
    void aMessageThatOnlyCameInHalfIsNoEvidence() throws IOException {
        read(RelayLogFormat.POSTFIX, """
                Nov 24 10:00:01 relay postfix/cleanup[12]: 4ZxQ1h0Aaa: message-id=<aaa@ornek.edu.tr>
                Nov 24 10:00:01 relay postfix/smtpd[11]: lost connection after DATA (412 bytes) from portal[10.0.0.1]
                Nov 24 10:00:01 relay postfix/smtpd[11]: NOQUEUE: reject: RCPT from portal: 450; to=<x@y.tr>, status=sent
                """);
        assertThat(said).isEmpty();
    }

    @Test
    void aPostmastersListIsReadWhateverSeparatesIt() throws IOException {
        RelayLog log = read(
                RelayLogFormat.CSV,
                "\uFEFFmessage-id;status\r\n<a@o.tr>;SENT\r\n\"b@o.tr\", \"Delivered\"\r\n<c@o.tr>\tbounced\r\n<d@o.tr>;absent\r\n"
                        + "<e@o.tr>;perhaps\r\n\r\nno id;sent\r\n<f@o.tr>\r\n<g@o.tr>;DEFERRED;later");
        assertThat(said)
                .containsExactly(
                        "<a@o.tr> TAKEN null",
                        "<b@o.tr> TAKEN null",
                        "<c@o.tr> BOUNCED null",
                        "<d@o.tr> ABSENT null",
                        "<g@o.tr> TAKEN null");
        assertThat(log.unreadable()).isEqualTo(3);
    }

    @Test
    void hostileLinesAreSurvived() throws IOException {
        StringBuilder b = new StringBuilder();
        b.append("x".repeat(3_000_000)).append('\n');
        b.append("]: : ]: message-id=\n]: 4ZxQ1: message-id=<>\n]: 4ZxQ1: message-id=<a b@c>\n]: 4ZxQ1: message-id=<")
                .append("m".repeat(100_000))
                .append("@x>\n\0\0\u0007]: 4ZxQ1: status=\n");
        long seed = 20_261_124L;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            for (int k = random.nextInt(60); k > 0; k--) {
                b.append((char) random.nextInt(0x300));
            }
            b.append(random.nextBoolean() ? "]: 4ZxQ1h: to=<a@b>, status=" : "]: 4ZxQ1h: message-id=<")
                    .append('\n');
        }
        b.append(
                "a: postfix/cleanup[1]: 4ZxQ1hOk: message-id=<ok@o.tr>\nb postfix/smtp[1]: 4ZxQ1hOk: to=<a@b>, status=sent");
        for (RelayLogFormat format : RelayLogFormat.values()) {
            read(format, b.toString());
        }
        assertThat(said).as("seed " + seed).contains("<ok@o.tr> TAKEN null");
    }
}
