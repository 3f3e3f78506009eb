package org.peyk.smtp.internal.wire;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.FailureScope;
import org.peyk.spi.transport.Phase;

import static org.assertj.core.api.Assertions.assertThat;

/** What negative replies mean, real ones among them. */
class ReplyTableTest {

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            # this connection or server: no attempt is used up
            SENDER    | 421 | 4.3.2 Service shutting down                              | deferred SESSION
            RECIPIENT | 421 | Too busy                                                 | deferred SESSION
            CONTENT   | 421 | 4.4.2 timeout exceeded                                   | deferred SESSION
            FINAL     | 421 | 4.3.0 Service not available                              | deferred SESSION
            RECIPIENT | 454 | 4.3.0 Try again later                                    | deferred SESSION
            RECIPIENT | 503 | 5.5.1 Error: need MAIL command                           | deferred SESSION
            SENDER    | 452 | 4.3.1 Insufficient system storage                        | deferred SESSION
            RECIPIENT | 452 | 4.3.1 Out of space                                       | deferred SESSION
            SENDER    | 451 | 4.4.3 temporary DNS failure                              | deferred SESSION
            SENDER    | 451 | Local error in processing                                | deferred SESSION
            SENDER    | 450 | not now                                                  | deferred SESSION
            SENDER    | 452 | Insufficient system storage                              | deferred SESSION
            SENDER    | 451 | 4.0.0 unspecified                                        | deferred SESSION
            # too fast
            SENDER    | 421 | 4.7.28 Our system has detected an unusual rate           | deferred RATE
            RECIPIENT | 450 | 4.2.1 The user is receiving mail at a rate that prevents | deferred RATE
            RECIPIENT | 451 | 4.7.500 Server busy. Please try again later              | deferred RATE
            RECIPIENT | 450 | 4.7.1 Error: too much mail from 10.0.0.1                 | deferred RATE
            SENDER    | 451 | 4.7.1 Service unavailable - try again later              | deferred RATE
            FINAL     | 432 | 4.3.2 Concurrent connections limit exceeded              | deferred RATE
            RECIPIENT | 452 | 4.5.3 Too many recipients                                | deferred RATE
            FINAL     | 454 | Throttling failure: Maximum sending rate exceeded        | deferred RATE
            SENDER    | 421 | 4.4.2 Message submission rate for this client exceeded   | deferred RATE
            RECIPIENT | 451 | 4.3.0 policyd: limit reached                             | deferred RATE
            # our account: the sending stops, no recipient fails
            SENDER    | 550 | 5.1.8 Sender address rejected                            | refused ACCOUNT
            SENDER    | 450 | 4.1.8 Sender address rejected: Domain not found          | deferred ACCOUNT
            SENDER    | 553 | sorry                                                    | refused ACCOUNT
            RECIPIENT | 450 | 4.1.8 Sender address rejected: Domain not found            | deferred ACCOUNT
            RECIPIENT | 550 | 5.1.7 Bad sender address syntax                          | refused ACCOUNT
            RECIPIENT | 553 | 5.7.1 Sender address rejected: not owned by user         | refused ACCOUNT
            FINAL     | 550 | 5.1.8 Access denied, bad outbound sender                 | refused ACCOUNT
            RECIPIENT | 530 | 5.7.0 Must issue a STARTTLS command first                | refused ACCOUNT
            FINAL     | 535 | 5.7.3 Authentication unsuccessful                        | refused ACCOUNT
            RECIPIENT | 550 | 5.4.5 Daily user sending quota exceeded                  | refused ACCOUNT
            FINAL     | 550 | 5.4.5 Daily SMTP relay limit exceeded                    | refused ACCOUNT
            FINAL     | 554 | 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; too many | refused ACCOUNT
            FINAL     | 554 | 5.2.2 mailbox full                                       | refused ACCOUNT
            FINAL     | 550 | 5.7.60 SMTP; Client does not have permissions to send as | refused ACCOUNT
            RECIPIENT | 550 | 5.7.708 Service unavailable. Access denied               | refused ACCOUNT
            # the message
            SENDER    | 552 | 5.3.4 Message size exceeds fixed limit                   | refused CONTENT
            SENDER    | 552 | message too large                                        | refused CONTENT
            FINAL     | 552 | 5.3.4 Message too big                                    | refused CONTENT
            FINAL     | 554 | 5.7.1 Message rejected as spam                           | refused CONTENT
            FINAL     | 554 | 5.6.0 Malformed                                          | refused CONTENT
            FINAL     | 554 | Transaction failed                                       | refused CONTENT
            FINAL     | 550 | no                                                       | refused CONTENT
            FINAL     | 451 | 4.6.0 content filter                                     | deferred CONTENT
            CONTENT   | 554 | 5.5.1 Error: no valid recipients                         | refused CONTENT
            # one recipient
            RECIPIENT | 550 | 5.1.1 User unknown                                       | refused RECIPIENT
            RECIPIENT | 550 | 5.1.10 RecipientNotFound                                 | refused RECIPIENT
            RECIPIENT | 550 | 5.2.1 Mailbox disabled                                   | refused RECIPIENT
            RECIPIENT | 550 | 5.7.1 Access denied                                      | refused RECIPIENT
            RECIPIENT | 553 | no such user                                             | refused RECIPIENT
            RECIPIENT | 452 | 4.2.2 Mailbox full                                       | deferred RECIPIENT
            RECIPIENT | 450 | 4.2.0 Greylisted                                         | deferred RECIPIENT
            RECIPIENT | 451 | 4.4.1 Connection refused by next hop                     | deferred RECIPIENT
            RECIPIENT | 450 | 4.1.1 unverified address                                 | deferred RECIPIENT
            RECIPIENT | 552 | 5.2.2 Mailbox full                                       | deferred RECIPIENT
            RECIPIENT | 552 | Too many recipients                                      | deferred RECIPIENT
            RECIPIENT | 550 | 4.1.1 mixed signs are read mildly                        | deferred RECIPIENT
            FINAL     | 550 | 5.1.1 User unknown                                       | refused RECIPIENT
            FINAL     | 451 | 4.3.0 Error: queue file write error                      | deferred RECIPIENT
            FINAL     | 451 | Requested action aborted                                 | deferred RECIPIENT
            CONTENT   | 451 | Local error                                              | deferred RECIPIENT
            """)
    void means(Phase phase, int code, String text, String meaning) {
        DeliveryOutcome outcome = ReplyTable.outcome(Reply.of(code, text), phase, "ogrenci@universite.example");
        String[] expected = meaning.split(" ");
        FailureScope scope = FailureScope.valueOf(expected[1]);
        if (expected[0].equals("deferred")) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            DeliveryOutcome.Deferred.class,
                            d -> assertThat(d.scope()).isEqualTo(scope));
        } else {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            DeliveryOutcome.Refused.class,
                            r -> assertThat(r.scope()).isEqualTo(scope));
        }
        assertThat(outcome.reply().code()).isEqualTo(code);
        assertThat(outcome.reply().phase()).isEqualTo(phase);
    }
}
