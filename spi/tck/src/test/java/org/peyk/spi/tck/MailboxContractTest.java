package org.peyk.spi.tck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyk.spi.mailbox.Mailbox;

class MailboxContractTest {

    @Nested
    class AMailbox extends Returns {
        AMailbox() {
            super(MailboxDefect.NONE);
        }
    }

    @Nested
    class AMailboxThatTellsNothingOfAnswers extends Returns {
        AMailboxThatTellsNothingOfAnswers() {
            super(MailboxDefect.TELLS_NOTHING);
        }

        @Override
        public boolean readsAnswers() {
            return false;
        }

        @Override
        public Duration bound() {
            return Duration.ofSeconds(5);
        }
    }

    @Test
    void findsAnswersThatAreToldThoughItSaysThatNoneAre() throws Exception {
        ContractRun.fails(
                new Returns(MailboxDefect.NONE) {
                    @Override
                    public boolean readsAnswers() {
                        return false;
                    }
                },
                "tellsWhatAnAnswerSays");
    }

    @ParameterizedTest
    @MethodSource("defects")
    void findsTheDefect(MailboxDefect defect, String check) throws Exception {
        ContractRun.fails(new Returns(defect), check);
    }

    static Stream<Arguments> defects() {
        return Defect.andChecks(MailboxDefect.values());
    }

    @Test
    void everyCheckCanFail() {
        ContractRun.allCanFail(MailboxContract.class, Defect.allChecks(MailboxDefect.values()));
    }

    static class Returns implements MailboxContract {
        private final MailboxDefect defect;
        private final List<byte[]> account = new ArrayList<>();

        Returns(MailboxDefect defect) {
            this.defect = defect;
        }

        @Override
        public Mailbox mailbox() {
            return new MemoryMailbox(account, MemoryMailbox.Server.READY, defect);
        }

        @Override
        public void arrive(byte[] mail) {
            synchronized (account) {
                account.add(mail);
            }
        }

        @Override
        public Optional<String> authenticationServer() {
            return Optional.of(AnswerJudge.SERVER);
        }

        @Override
        public Optional<Mailbox> unreachableMailbox() {
            return Optional.of(new MemoryMailbox(account, MemoryMailbox.Server.UNREACHABLE, defect));
        }

        @Override
        public Optional<Mailbox> stuckMailbox() {
            return Optional.of(new MemoryMailbox(account, MemoryMailbox.Server.STUCK, defect));
        }

        @Override
        public Duration bound() {
            return defect == MailboxDefect.NONE ? Duration.ofSeconds(5) : Duration.ofMillis(300);
        }
    }
}
