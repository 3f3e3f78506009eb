package org.peyk.examples.sms.smpp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.peyk.examples.sms.smsc.ShortMessageCentre;
import org.peyk.spi.Channel;
import org.peyk.spi.tck.RemoteSide;
import org.peyk.spi.tck.TransportContract;
import org.peyk.spi.transport.Transport;

/** The contract of every transport, once with one message under way and once with a window of them. */
class SmppContractTest {

    @Nested
    class WithAWindow extends Contract {
        @Override
        int window() {
            return SmppConfigBuilder.WINDOW;
        }
    }

    @Nested
    class OneByOne extends Contract {
        @Override
        int window() {
            return 1;
        }
    }

    abstract static class Contract implements TransportContract {
        private ShortMessageCentre centre;
        private CentreSide side;

        abstract int window();

        @BeforeEach
        void start() {
            try {
                centre = ShortMessageCentre.start("peyk", "parola");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            side = new CentreSide(centre, this::messageId);
        }

        @AfterEach
        void stop() {
            centre.close();
        }

        @Override
        public Channel channel() {
            return Channel.SMS;
        }

        @Override
        public Transport transport() {
            return transport(Duration.ofSeconds(20));
        }

        @Override
        public Transport impatientTransport() {
            return transport(Duration.ofMillis(500));
        }

        private Transport transport(Duration timeout) {
            return new SmppTransport(SmppConfig.builder(centre.host(), centre.port(), "peyk", "parola", "UNIVERSITE")
                    .sessions(4)
                    .window(window())
                    .maxParts(255)
                    .connectTimeout(timeout)
                    .responseTimeout(timeout)
                    .build());
        }

        @Override
        public RemoteSide remote() {
            return side;
        }

        @Override
        public List<String> unusableAddresses() {
            return List.of(
                    "05551000000",
                    "5551000000",
                    "+90 555 100 00 00",
                    "+903122971000",
                    "+904440000",
                    "+905551000000 ",
                    "905551000000",
                    "+\u0669\u0660555100000");
        }
    }
}
