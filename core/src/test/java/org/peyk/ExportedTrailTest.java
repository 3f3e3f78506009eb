package org.peyk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.internal.store.EmbeddedDatabase;
import org.peyk.internal.store.Store;
import org.peyk.spi.RequestId;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A stranger, with the export and the description in docs/audit.md alone, says where a trail is not as it was written. */
class ExportedTrailTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRST = "0".repeat(64);
    private static final int INTACT = -1;

    @TempDir
    Path directory;

    private Store store;
    private Histories histories;
    private Audit audit;

    @BeforeEach
    void open() {
        SettableClock clock = new SettableClock(Samples.NOON);
        store = EmbeddedDatabase.open(directory);
        histories = new Histories(store, clock);
        audit = Samples.audit(store, clock);
        histories.sending("R-1");
        histories.comment(histories.draft("R-2"), "İki satır\nve “tırnak”");
        histories.comment(RequestId.of("R-1"), "son");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static String hash(@Nullable String... fields) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String f : fields) {
                byte[] bytes = f == null ? new byte[0] : f.getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(4)
                        .putInt(f == null ? -1 : bytes.length)
                        .array());
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Index of the first line that does not fit; the number of lines when the end does not; {@link #INTACT} otherwise. */
    private static int firstWrong(List<String> lines, boolean whole, @Nullable String anchorKept) throws IOException {
        Map<String, String> heads = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        String chain = FIRST;
        long pos = 0;
        for (int i = 0; i < lines.size(); i++) {
            JsonNode e = JSON.readTree(lines.get(i));
            JsonNode a = e.get("anchor");
            String request = e.get("request").asText();
            String seq = e.get("seq").asText();
            String hash = hash(
                    "peyk-event-1",
                    heads.getOrDefault(request, FIRST),
                    request,
                    seq,
                    e.get("type").asText(),
                    e.get("at").asText(),
                    e.get("actor").textValue(),
                    e.get("data").asText());
            String before = whole ? chain : a.get("previousHash").asText();
            chain = hash(
                    "peyk-anchor-1",
                    before,
                    a.get("pos").asText(),
                    request,
                    seq,
                    a.get("eventPosition").asText(),
                    hash,
                    a.get("at").asText());
            int number = numbers.merge(request, 1, Integer::sum);
            boolean right = hash.equals(e.get("hash").asText())
                    && e.get("previousHash").asText().equals(heads.getOrDefault(request, FIRST))
                    && a.get("previousHash").asText().equals(before)
                    && chain.equals(a.get("hash").asText())
                    && e.get("seq").asInt() == number
                    && (!whole || a.get("pos").asLong() == pos + 1);
            if (!right) {
                return i;
            }
            heads.put(request, hash);
            pos = a.get("pos").asLong();
        }
        return anchorKept == null || anchorKept.equals(pos + ":" + chain) ? INTACT : lines.size();
    }

    private List<String> all() throws IOException {
        StringWriter out = new StringWriter();
        assertThat(audit.exportJsonLines(out)).isEqualTo(10);
        return new ArrayList<>(out.toString().lines().toList());
    }

    @Test
    void theWholeTrailCanBeComputedAgain() throws IOException {
        String kept = audit.anchor().text();
        assertThat(firstWrong(all(), true, kept)).isEqualTo(INTACT);
    }

    @Test
    void eachChangedFieldIsFoundAtItsLine() throws IOException {
        String kept = audit.anchor().text();
        List<String> lines = all();
        int changes = 0;
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode line = (ObjectNode) JSON.readTree(lines.get(i));
            for (String pointer : fields(line)) {
                ObjectNode changed = line.deepCopy();
                ObjectNode owner = pointer.startsWith("anchor/") ? (ObjectNode) changed.get("anchor") : changed;
                String field = pointer.substring(pointer.indexOf('/') + 1);
                JsonNode value = owner.get(field);
                if (value.isNumber()) {
                    owner.put(field, value.asLong() + 1);
                } else {
                    owner.put(field, value.asText() + "0");
                }
                List<String> tampered = new ArrayList<>(lines);
                tampered.set(i, JSON.writeValueAsString(changed));
                assertThat(firstWrong(tampered, true, kept))
                        .as("%s of line %d", pointer, i)
                        .isEqualTo(i);
                changes++;
            }
        }
        assertThat(changes).isEqualTo(10 * 13);
    }

    private static List<String> fields(JsonNode line) {
        List<String> fields = new ArrayList<>();
        line.fieldNames().forEachRemaining(f -> {
            if (f.equals("anchor")) {
                line.get(f).fieldNames().forEachRemaining(a -> fields.add("anchor/" + a));
            } else {
                fields.add(f);
            }
        });
        return fields;
    }

    @Test
    void removedInsertedAndMovedLinesAndACutEndAreFound() throws IOException {
        String kept = audit.anchor().text();
        List<String> lines = all();
        for (int i = 0; i < lines.size(); i++) {
            List<String> removed = new ArrayList<>(lines);
            removed.remove(i);
            assertThat(firstWrong(removed, true, kept)).as("without line %d", i).isEqualTo(i);
            List<String> inserted = new ArrayList<>(lines);
            inserted.add(i, lines.get(i));
            assertThat(firstWrong(inserted, true, kept)).as("line %d twice", i).isEqualTo(i + 1);
            if (i > 0) {
                List<String> moved = new ArrayList<>(lines);
                Collections.swap(moved, i - 1, i);
                assertThat(firstWrong(moved, true, kept)).as("line %d moved", i).isEqualTo(i - 1);
            }
        }
        assertThat(firstWrong(lines.subList(0, 7), true, null))
                .as("without an anchor kept outside a cut end is not seen")
                .isEqualTo(INTACT);
    }

    @Test
    void oneRequestCanBeComputedAgain() throws IOException {
        StringWriter out = new StringWriter();
        assertThat(audit.exportJsonLines(RequestId.of("R-1"), out)).isEqualTo(8);
        List<String> lines = new ArrayList<>(out.toString().lines().toList());
        assertThat(lines).isSubsetOf(all());
        assertThat(firstWrong(lines, false, null)).isEqualTo(INTACT);
        lines.set(3, lines.get(3).replace("P-4", "P-9"));
        assertThat(firstWrong(lines, false, null)).isEqualTo(3);
        assertThatThrownBy(() -> audit.exportJsonLines(RequestId.of("R-404"), new StringWriter()))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void theAnchorsAloneNameNobodyAndChain() throws IOException {
        StringWriter out = new StringWriter();
        assertThat(audit.exportAnchors(out)).isEqualTo(10);
        String chain = FIRST;
        for (String line : out.toString().lines().toList()) {
            JsonNode a = JSON.readTree(line);
            assertThat(line).doesNotContain("P-1").doesNotContain("data");
            assertThat(a.get("previousHash").asText()).isEqualTo(chain);
            chain = hash(
                    "peyk-anchor-1",
                    chain,
                    a.get("pos").asText(),
                    a.get("request").asText(),
                    a.get("seq").asText(),
                    a.get("eventPosition").asText(),
                    a.get("eventHash").asText(),
                    a.get("at").asText());
            assertThat(a.get("hash").asText()).isEqualTo(chain);
        }
        assertThat(audit.anchor().hash()).isEqualTo(chain);
    }
}
