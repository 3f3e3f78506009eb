package org.peyk.smtp;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.peyk.smtp.testserver.Mails;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.transport.Delivery;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.DeliveryId;
import org.peyk.spi.transport.DeliveryOutcome;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.OutboundMessage;
import org.peyk.spi.transport.TransportSession;

/** Sends messages with a large attachment in a process with little memory, and says how much of it is in use on the way. */
final class LargeAttachmentsChild {

    private LargeAttachmentsChild() {}

    /** Arguments: port, file, number of messages, window of chunks, whether each text differs. */
    public static void main(String[] args) throws Exception {
        Attachment attachment = Attachment.of("duyuru.pdf", "application/pdf", ByteSource.of(Path.of(args[1])));
        int count = Integer.parseInt(args[2]);
        int window = Integer.parseInt(args[3]);
        boolean personal = Boolean.parseBoolean(args[4]);
        try (SmtpTransport transport = SmtpTransport.builder()
                        .url("smtp://127.0.0.1:" + args[0] + "?starttls=plain")
                        .extensions(e -> e.withChunkWindow(window))
                        .maxMessageBytes(16L << 20)
                        .build();
                TransportSession session = transport.open()) {
            session.run(new Feed(attachment, count, Math.max(1, window), personal));
        }
    }

    private static final class Feed implements DeliveryFeed {
        private final Attachment attachment;
        private final int count;
        private final int window;
        private final boolean personal;
        private OutboundMessage message;
        private int given;
        private int accepted;

        Feed(Attachment attachment, int count, int window, boolean personal) {
            this.attachment = attachment;
            this.count = count;
            this.window = window;
            this.personal = personal;
            this.message = message("Sayın öğrencimiz,");
        }

        private OutboundMessage message(String text) {
            return Mails.message(LanguageVersion.plain(Locale.forLanguageTag("tr"), "Yönerge", text), attachment);
        }

        @Override
        public @Nullable Delivery poll() {
            if (given == count) {
                return null;
            }
            given++;
            if (personal) {
                message = message("Sayın " + given + " numaralı öğrencimiz,");
            }
            return new Delivery(
                    new DeliveryId(given),
                    Mails.envelope(Mails.recipient(given), "<row-" + given + "@universite.example>"),
                    message);
        }

        @Override
        public @Nullable Delivery take() {
            return poll();
        }

        @Override
        public GateAnswer gate(Delivery delivery) {
            return GateAnswer.PROCEED;
        }

        @Override
        public void report(Delivery delivery, DeliveryOutcome outcome) {
            if (!(outcome instanceof DeliveryOutcome.Accepted)) {
                throw new IllegalStateException("not accepted: " + outcome);
            }
            accepted++;
            if (accepted % (count / 5) == 0) {
                System.gc();
                System.out.println(
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            }
        }

        @Override
        public int window() {
            return window;
        }
    }
}
