package org.peyk.examples.quickstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.MailProcess;
import org.peyk.RequestState;
import org.peyk.policy.GroupAuthorityPolicy;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Audience;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.PersonId;
import org.peyk.spi.Purpose;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The lines of the README do what they say. */
class SnippetTest {

    private static final PersonId ELIF = PersonId.of("p-1");
    private static final PersonId HEAD = PersonId.of("p-2");
    private static final UnitId LIBRARY = UnitId.of("kutuphane");

    @Test
    void itSendsOneMailToEachReader(@TempDir Path directory) throws Exception {
        Path readers = Files.writeString(
                directory.resolve("readers.csv"),
                "kisi_no;e_posta;grup\n1;ayse@ornek.edu.tr;okur\n2;ismail@ornek.edu.tr;okur\n");
        try (PostOffice post = new PostOffice("yanit@ornek.edu.tr");
                MailProcess process = Snippet.run(portal(), directory.resolve("store"), readers, post.smtpUrl())) {
            assertThat(post.waitFor(2, Duration.ofSeconds(60))).isTrue();
            assertThat(process.requests().inStates(List.of(RequestState.DRAFT, RequestState.IN_APPROVAL), 1))
                    .isEmpty();
            assertThat(post.received())
                    .extracting(PostOffice.Received::recipient)
                    .containsExactlyInAnyOrder("ayse@ornek.edu.tr", "ismail@ornek.edu.tr");
        }
    }

    @Test
    void itIsAtMostFifteenLines() throws IOException {
        assertThat(SnippetRegion.read().lines()).hasSizeLessThanOrEqualTo(15);
    }

    private static Snippet.Portal portal() {
        Role role = Role.of("KUTUPHANE");
        RequestForm form = RequestForm.builder(Purpose.INFORMATION)
                .detail(Detail.CONTACT, "dahili 1234")
                .content(Content.of(LanguageVersion.plain(
                        Options.TURKISH, "Kütüphane saatleri", "Sınav haftasında kütüphane gece de açıktır.")))
                .audience(Audience.of(Selection.of("readers", "okur")).expecting(2))
                .sender(new Sender("kutuphane@ornek.edu.tr", "Kütüphane", null))
                .build();
        return new Snippet.Portal(
                StaticDirectory.builder()
                        .person(ELIF, "Elif", LIBRARY, null)
                        .person(HEAD, "Müdür", LIBRARY, null)
                        .role(HEAD, role)
                        .build(),
                GroupAuthorityPolicy.builder().forGroup("okur", role).build(),
                ELIF,
                LIBRARY,
                HEAD,
                form);
    }
}
