package org.peyk.acceptance;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.ErrorCode;
import org.peyk.MailRequest;
import org.peyk.PeykException;
import org.peyk.RequestState;
import org.peyk.spi.RequestId;
import org.peyk.spi.transport.FailureScope;
import org.peyk.testing.RecordingTransport.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.peyk.acceptance.Campus.AYSE;

/** Somebody changes the text in the database while a sending is stopped: it does not go on, whatever a node remembers of the request. */
class ChangedWhilePausedTest {

    @TempDir
    Path directory;

    @Test
    void aTextThatWasChangedByHandWhileTheSendingWasStoppedIsNotSent() throws Exception {
        try (Campus campus = new Campus(directory)) {
            campus.transport.answering(d -> Answer.refuse(FailureScope.ACCOUNT));
            MailRequest approved = campus.approved(Campus.information().build());
            RequestId id = approved.id();
            campus.process.requests().schedule(AYSE, id, null);
            campus.await(id, RequestState.PAUSED);
            try (Connection c =
                            DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("store/peyk"), "peyk", "");
                    Statement s = c.createStatement()) {
                assertThat(s.executeUpdate("update peyk_request set form = replace(form, '22.00', '23.00')"))
                        .isEqualTo(1);
            }
            campus.transport.answering(d -> Answer.accept());
            assertThatThrownBy(() -> campus.process.requests().resume(AYSE, id))
                    .isInstanceOfSatisfying(
                            PeykException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DIGEST_MISMATCH));
            assertThat(campus.transport.accepted()).isEmpty();
        }
    }
}
