package org.peyk.spi;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AttachmentTest {
    private static final byte[] BYTES = "davetiye".getBytes(StandardCharsets.UTF_8);

    /** FIPS 180-4, example of one block. */
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void isAnotherWhenARecipientCouldTell() throws Exception {
        Attachment one = Attachment.of("a.pdf", "application/pdf", ByteSource.of(BYTES));
        String digest = one.sha256();
        assertThat(one)
                .isEqualTo(Attachment.of("a.pdf", "application/pdf", ByteSource.of(BYTES)))
                .hasSameHashCodeAs(Attachment.of("a.pdf", "application/pdf", ByteSource.of(BYTES)))
                .isNotEqualTo(Attachment.of("b.pdf", "application/pdf", ByteSource.of(BYTES)))
                .isNotEqualTo(Attachment.of("a.pdf", "text/plain", ByteSource.of(BYTES)))
                .isNotEqualTo(Attachment.of("a.pdf", "application/pdf", ByteSource.of(new byte[] {1})))
                .isNotEqualTo(new Attachment("a.pdf", "application/pdf", digest, one.bytes(), "logo"))
                .isNotEqualTo(digest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a.pdf", "/etc/passwd", "c:\\a.pdf", "a/", "\\", ".", ".."})
    void refusesAPathForAName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attachment.of(name, "application/pdf", ByteSource.of(BYTES)))
                .withMessage("fileName must be a name, not a path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", ".gizli", "a..pdf", "İlan 2026.pdf"})
    void takesANameWithDots(String name) throws Exception {
        assertThat(Attachment.of(name, "application/pdf", ByteSource.of(BYTES)).fileName())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "abc", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", "ba7816bf\n"})
    void refusesWhatIsNoDigest(String digest) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attachment("a", "text/plain", digest, ByteSource.of(BYTES), null))
                .withMessageContaining("sha256");
    }

    @Test
    void digestsAsTheStandardSays() throws Exception {
        byte[] abc = "abc".getBytes(StandardCharsets.US_ASCII);
        assertThat(Sha256.hex(abc)).isEqualTo(SHA256_OF_ABC);
        assertThat(Sha256.hex(ByteSource.of(abc))).isEqualTo(SHA256_OF_ABC);
        assertThat(Attachment.of("a", "text/plain", ByteSource.of(abc)).sha256())
                .isEqualTo(SHA256_OF_ABC);
    }

    @Test
    void readsTheSameBytesAgain(@TempDir Path folder) throws Exception {
        byte[] given = BYTES.clone();
        ByteSource memory = ByteSource.of(given);
        given[0] = 'X';
        Path file = Files.write(folder.resolve("a.txt"), BYTES);
        for (ByteSource source : new ByteSource[] {memory, ByteSource.of(file)}) {
            assertThat(source.size()).isEqualTo(BYTES.length);
            for (int i = 0; i < 2; i++) {
                try (var in = source.open()) {
                    assertThat(in.readAllBytes()).isEqualTo(BYTES);
                }
            }
        }
    }
}
