package org.peyk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.internal.audit.HashChain;
import org.peyk.internal.store.EmbeddedDatabase;
import org.peyk.internal.store.Store;
import org.peyk.spi.RequestId;
import org.peyk.spi.event.EventType;
import org.peyk.spi.event.ProcessEvent;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AuditTest {

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Samples.NOON);
    private Store store;
    private Histories histories;
    private Audit audit;

    @BeforeEach
    void open() {
        store = EmbeddedDatabase.open(directory);
        histories = new Histories(store, clock);
        audit = Samples.audit(store, clock);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aHistoryIsCompleteAndInOrder() {
        RequestId id = histories.sending("R-1");
        histories.draft("R-2");
        List<ProcessEvent> history = audit.history(id);
        assertThat(history)
                .extracting(ProcessEvent::type)
                .containsExactly(
                        EventType.CREATED,
                        EventType.SUBMITTED,
                        EventType.APPROVAL_GIVEN,
                        EventType.APPROVAL_GIVEN,
                        EventType.APPROVED,
                        EventType.SCHEDULED,
                        EventType.SENDING_STARTED);
        assertThat(history.get(2).actor()).isEqualTo(Samples.DEAN);
        assertThat(history.get(6).actor()).isNull();
        histories.comment(id, "not");
        assertThat(audit.history(id)).hasSize(8);
        assertThatThrownBy(() -> audit.history(RequestId.of("R-404")))
                .isInstanceOfSatisfying(
                        PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void verifyingChangesNothing() {
        histories.sending("R-1");
        assertThat(audit.verify()).isEmpty();
        assertThat(histories.one("select count(*) from peyk_anchor")).isEqualTo("0");
        assertThat(audit.seal()).isEqualTo(7);
        assertThat(audit.verify(audit.anchor())).isEmpty();
    }

    @Test
    void aStrangerCanComputeTheExportedChainAgain() throws IOException {
        histories.sending("R-1");
        histories.comment(histories.draft("R-2"), "İki satır\nve “tırnak”");
        StringWriter out = new StringWriter();
        assertThat(audit.exportJsonLines(out)).isEqualTo(9);

        ObjectMapper json = new ObjectMapper();
        Map<String, String> heads = new HashMap<>();
        String chain = HashChain.GENESIS;
        long pos = 0;
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(9);
        for (String line : lines) {
            JsonNode e = json.readTree(line);
            String request = e.get("request").asText();
            String hash = HashChain.event(
                    heads.getOrDefault(request, HashChain.GENESIS),
                    request,
                    e.get("seq").asInt(),
                    e.get("type").asText(),
                    e.get("at").asText(),
                    e.get("actor").isNull() ? null : e.get("actor").asText(),
                    e.get("data").asText());
            assertThat(e.get("hash").asText()).isEqualTo(hash);
            heads.put(request, hash);
            JsonNode a = e.get("anchor");
            pos++;
            chain = HashChain.anchor(
                    chain,
                    pos,
                    request,
                    e.get("seq").asInt(),
                    a.get("eventPosition").asLong(),
                    hash,
                    a.get("at").asText());
            assertThat(a.get("hash").asText()).isEqualTo(chain);
        }
        assertThat(audit.anchor()).isEqualTo(new AuditAnchor(pos, chain));
    }

    @Test
    void anAnchorIsWrittenDownAsOneWord() {
        histories.draft("R-1");
        AuditAnchor anchor = audit.anchor();
        assertThat(AuditAnchor.parse(anchor.text())).isEqualTo(anchor);
        assertThatThrownBy(() -> AuditAnchor.parse("abc")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AuditAnchor.parse("1:abc")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AuditAnchor(-1, anchor.hash())).isInstanceOf(IllegalArgumentException.class);
    }
}
