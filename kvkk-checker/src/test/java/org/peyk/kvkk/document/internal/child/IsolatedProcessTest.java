package org.peyk.kvkk.document.internal.child;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.peyk.spi.check.Place;
import org.peyk.spi.document.DocumentReading;
import org.peyk.spi.document.ReadLimits;
import org.peyk.spi.document.Segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What goes to the process that reads, and what is taken from it. */
class IsolatedProcessTest {
    private static final ReadLimits SMALL = new ReadLimits(1_000, 1_000, 10, 10, 3, 100, Duration.ofSeconds(10));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final DocumentReading.Collector heard = new DocumentReading.Collector();

    private boolean hear() throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        return new Hearing(in, "a.pdf", SMALL, heard).all();
    }

    @Test
    void theOtherProcessGetsNoSecretsAndLeavesNoDumps() {
        ProcessBuilder process = ChildProcess.builder(64, "a.jar");
        assertThat(process.environment().keySet()).isSubsetOf("PATH", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SystemRoot");
        assertThat(process.command()).contains("-XX:-HeapDumpOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash");
    }

    @Test
    void aLengthBeyondTheReadingsBoundTakesNoMemory() throws IOException {
        out.writeByte(Telling.IMAGE);
        out.writeInt(Integer.MAX_VALUE);
        assertThatThrownBy(this::hear).isInstanceOf(IOException.class).hasMessageContaining("more than");
    }

    @Test
    void whatComesInManySmallPiecesIsBoundedAsAWhole() throws IOException {
        out.writeByte(Telling.TABLE);
        out.writeInt(0);
        out.writeInt(Integer.MAX_VALUE);
        out.write(new byte[2 << 20]);
        assertThatThrownBy(this::hear).isInstanceOf(IOException.class).hasMessageContaining("more than");
    }

    @Test
    void whatCannotBeIsNotQuoted() throws IOException {
        out.writeByte(Telling.INFO);
        Wire.text(out, "application/pdf");
        Wire.text(out, null);
        Wire.text(out, null);
        Wire.text(out, "gizli");
        assertThatThrownBy(this::hear).isInstanceOf(IOException.class).hasMessageNotContaining("gizli");
    }

    @Test
    void whatIsToldIsHeard() throws IOException {
        Telling telling = new Telling(out);
        telling.segment(Segment.of("a", Place.inFile("a.pdf", List.of("1"), false)));
        telling.end();
        assertThat(hear()).isTrue();
        assertThat(heard.reading().segments()).hasSize(1);
    }

    @Test
    void whatWasToldLeavesBeforeTheEnd() {
        ByteArrayOutputStream arrived = new ByteArrayOutputStream();
        Telling telling = new Telling(new DataOutputStream(new java.io.BufferedOutputStream(arrived, 1 << 20)));
        for (int i = 0; i < 20; i++) {
            telling.segment(Segment.of("a", Place.inFile("a.pdf", List.of("1"), false)));
        }
        assertThat(arrived.size()).isPositive();
    }
}
