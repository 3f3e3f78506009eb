package org.peyk.internal.notice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.peyk.spi.Attachment;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;

import static org.assertj.core.api.Assertions.assertThat;

class ShownWholeTest {

    private static Content content(String html, String text) {
        return Content.of(new LanguageVersion(Locale.ENGLISH, "S", html, text, null));
    }

    @Test
    void aTextThatTheHtmlSaysTooIsShownWhole() {
        assertThat(ShownWhole.obstacle(
                        content("<p>Open  until\n<b>22.00</b></p><p>Bye</p>", "Open until 22.00\n\nBye")))
                .isEmpty();
        assertThat(ShownWhole.obstacle(
                        content("<p><a href=\"https://a.example/x\">Here</a></p>", "Here <https://a.example/x>")))
                .isEmpty();
    }

    @Test
    void whatOnlyTheHtmlSaysIsNot() {
        assertThat(ShownWhole.obstacle(content("<p>Closed</p>", "Open"))).isPresent();
        assertThat(ShownWhole.obstacle(
                        content("<p><a href=\"https://b.example/x\">Here</a></p>", "Here <https://a.example/x>")))
                .isPresent();
        assertThat(ShownWhole.obstacle(content("<p>Open</p><img src=\"https://a.example/x.png\">", "Open")))
                .isPresent();
        assertThat(ShownWhole.obstacle(content("<p style=\"background: URL(https://a.example/x)\">Open</p>", "Open")))
                .isPresent();
    }

    @Test
    void filesAreNot() throws IOException {
        Attachment file = Attachment.of("a.txt", "text/plain", ByteSource.of("x".getBytes(StandardCharsets.UTF_8)));
        assertThat(ShownWhole.obstacle(content("<p>Open</p>", "Open").withAttachments(List.of(file))))
                .isPresent();
    }
}
