package org.peyk.spi.tck;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.peyk.spi.Channel;
import org.peyk.spi.transport.Transport;

class TransportContractTest {

    @Nested
    class ABlockingTransport extends Memory {
        ABlockingTransport() {
            super(Channel.MAIL, false, TransportDefect.NONE);
        }
    }

    @Nested
    class APipeliningTransport extends Memory {
        APipeliningTransport() {
            super(Channel.MAIL, true, TransportDefect.NONE);
        }
    }

    @Nested
    class AShortMessageTransport extends Memory {
        AShortMessageTransport() {
            super(Channel.SMS, false, TransportDefect.NONE);
        }
    }

    @Nested
    class AnOtherSideThatOnlyAccepts extends Memory {
        AnOtherSideThatOnlyAccepts() {
            super(Channel.MAIL, false, TransportDefect.NONE, new OnlyAccepts(true));
        }
    }

    @ParameterizedTest
    @MethodSource("defects")
    void findsTheDefect(TransportDefect defect, String check) throws Exception {
        ContractRun.fails(new Memory(Channel.MAIL, false, defect), check);
    }

    static Stream<Arguments> defects() {
        return Defect.andChecks(TransportDefect.values());
    }

    @ParameterizedTest
    @MethodSource("pipeliningDefects")
    void findsTheDefectOfATransportThatPipelines(TransportDefect defect, String check) throws Exception {
        ContractRun.fails(new Memory(Channel.MAIL, true, defect), check);
    }

    static Stream<Arguments> pipeliningDefects() {
        return Stream.of(
                Arguments.of(TransportDefect.IGNORES_THE_WINDOW, "keepsToTheWindow"),
                Arguments.of(TransportDefect.LOST_ANSWER_IS_DEFERRED, "isInDoubtWhenTheConnectionDropsAfterTheEnd"),
                Arguments.of(TransportDefect.SENDS_WITHDRAWN, "undoesAWithdrawnDelivery"));
    }

    @Test
    void findsAnOtherSideThatPretends() throws Exception {
        ContractRun.fails(
                new Memory(Channel.MAIL, false, TransportDefect.NONE, new OnlyAccepts(false)),
                "declaresWhatTheOtherSideCannotDo");
    }

    @Test
    void everyCheckCanFail() {
        List<String> failing = Stream.concat(
                        Stream.of("declaresWhatTheOtherSideCannotDo"),
                        Defect.allChecks(TransportDefect.values()).stream())
                .toList();
        ContractRun.allCanFail(TransportContract.class, failing);
    }

    /** An other side that knows no faults. */
    static final class OnlyAccepts extends MemoryRemote {
        private final boolean honest;

        OnlyAccepts(boolean honest) {
            this.honest = honest;
        }

        @Override
        public Set<Behaviour> behaviours() {
            return EnumSet.of(Behaviour.ACCEPT);
        }

        @Override
        public synchronized void behave(Behaviour behaviour, String recipient) {
            if (honest && behaviour != Behaviour.ACCEPT) {
                throw new UnsupportedOperationException(behaviour.name());
            }
        }
    }

    static class Memory implements TransportContract {
        private final Channel channel;
        private final boolean pipelining;
        private final TransportDefect defect;
        private final MemoryRemote remote;

        Memory(Channel channel, boolean pipelining, TransportDefect defect) {
            this(channel, pipelining, defect, new MemoryRemote());
        }

        Memory(Channel channel, boolean pipelining, TransportDefect defect, MemoryRemote remote) {
            this.channel = channel;
            this.pipelining = pipelining;
            this.defect = defect;
            this.remote = remote;
        }

        @Override
        public Transport transport() {
            return new MemoryTransport(remote, channel, pipelining, 60_000, defect);
        }

        @Override
        public Transport impatientTransport() {
            return new MemoryTransport(remote, channel, pipelining, 50, defect);
        }

        @Override
        public RemoteSide remote() {
            return remote;
        }

        @Override
        public Channel channel() {
            return channel;
        }

        @Override
        public Duration bound() {
            return defect == TransportDefect.NONE ? Duration.ofSeconds(5) : Duration.ofMillis(300);
        }
    }
}
