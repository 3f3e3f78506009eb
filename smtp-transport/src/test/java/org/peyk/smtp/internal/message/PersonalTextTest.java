package org.peyk.smtp.internal.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.peyk.smtp.testserver.Mails;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.Sha256;
import org.peyk.spi.transport.OutboundMessage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Texts that name their recipients pay for themselves alone, and come out as if each were the only one. */
@Timeout(240)
class PersonalTextTest {

    /** A file that counts how often it is read. */
    private static final class Counted implements ByteSource {
        private final byte[] bytes;
        private final AtomicInteger opened = new AtomicInteger();

        Counted(int length, int seed) {
            bytes = new byte[length];
            new Random(seed).nextBytes(bytes);
        }

        Attachment attached(String name) {
            return new Attachment(name, "application/pdf", Sha256.hex(bytes), this, null);
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            opened.incrementAndGet();
            return new ByteArrayInputStream(bytes);
        }
    }

    private static MimeMessages messages() {
        return new MimeMessages(ZoneId.of("Europe/Istanbul"), List.of(), Clock.systemUTC(), false);
    }

    private static OutboundMessage letter(int n, Attachment... files) {
        String name = "Öğrenci " + n;
        return Mails.message(
                new LanguageVersion(
                        Mails.TR,
                        "Davet",
                        "<p>Sayın " + name + ",</p>\n<p>çağrı \uD83C\uDF89</p>",
                        "Sayın " + name + ",\nçağrı \uD83C\uDF89",
                        null),
                files);
    }

    private static byte[] bytes(MimeMessages messages, int n, Attachment... files) throws MessageException {
        return Mails.bytes(messages.encode(letter(n, files), Mails.envelope(Mails.recipient(n)))
                .rendered());
    }

    @Test
    void aFileThatAllShareIsReadTwiceAtMostAndEveryByteIsTheSame() throws Exception {
        Counted first = new Counted(100_000, 1);
        Counted second = new Counted(57 * 4, 2);
        MimeMessages shared = messages();
        for (int n = 1; n <= 20; n++) {
            assertThat(bytes(shared, n, first.attached("Çağrı.pdf"), second.attached("ek.pdf")))
                    .isEqualTo(bytes(messages(), n, first.attached("Çağrı.pdf"), second.attached("ek.pdf")));
        }
        // twenty of these are the comparisons
        assertThat(first.opened.get() - 20).isEqualTo(2);
        assertThat(second.opened.get() - 20).isEqualTo(2);
    }

    @Test
    void severalThreadsMakeTheSameBytes() throws Exception {
        Counted file = new Counted(200_000, 3);
        MimeMessages shared = messages();
        List<byte[]> alone = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            alone.add(bytes(messages(), n, file.attached("a.pdf")));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<byte[]>> together = new ArrayList<>();
            for (int n = 0; n < 40; n++) {
                int number = n;
                together.add(threads.submit(() -> bytes(shared, number, file.attached("a.pdf"))));
            }
            for (int n = 0; n < 40; n++) {
                assertThat(together.get(n).get()).isEqualTo(alone.get(n));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aLargeFileIsNotKept() throws Exception {
        FileParts few = new FileParts(10_000);
        Counted large = new Counted(7_000, 4);
        for (int i = 0; i < 3; i++) {
            assertThat(few.encoded(large.attached("a.pdf"), () -> new byte[0])).isNull();
        }
        Counted small = new Counted(3_000, 5);
        assertThat(few.encoded(small.attached("a.pdf"), () -> new byte[4_100])).isNull();
        assertThat(few.encoded(small.attached("a.pdf"), () -> new byte[4_100])).hasSize(4_100);
        assertThat(few.encoded(small.attached("b.pdf"), () -> new byte[1])).hasSize(4_100);
        for (int i = 0; i < 3; i++) {
            Counted other = new Counted(3_000, 10 + i);
            few.encoded(other.attached("c.pdf"), () -> new byte[4_100]);
            few.encoded(other.attached("c.pdf"), () -> new byte[4_100]);
        }
        assertThat(few.encoded(small.attached("a.pdf"), () -> new byte[1]))
                .as("it made room for others")
                .isNull();
    }

    @Test
    void aFileThatIsNotTheOneItsDigestNamesIsFoundEachTime() {
        Counted file = new Counted(1_000, 6);
        Attachment wrong = new Attachment("a.pdf", "application/pdf", Sha256.hex(new byte[] {1}), file, null);
        MimeMessages shared = messages();
        for (int n = 1; n <= 3; n++) {
            int number = n;
            assertThatThrownBy(() -> bytes(shared, number, wrong)).isInstanceOf(MessageException.class);
        }
    }

    @Test
    void halfACharacterIsRefusedWhereverItIs() throws IOException {
        for (String half : List.of("\uD83C", "a\uD83C", "\uDF89\uD83C", "\uD83C\uD83C\uDF89", "\uDF89")) {
            assertThatThrownBy(() -> messages().encode(Mails.text(half), Mails.envelope("a@b.example")))
                    .isInstanceOf(MessageException.class);
        }
    }
}
