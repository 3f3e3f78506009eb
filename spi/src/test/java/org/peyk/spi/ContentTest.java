package org.peyk.spi;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ContentTest {
    private static final LanguageVersion TURKISH =
            LanguageVersion.plain(Locale.forLanguageTag("tr"), "Davet", "Bekleriz");
    private static final LanguageVersion ENGLISH = LanguageVersion.plain(Locale.ENGLISH, "Invitation", "Please come");
    private static final Content BOTH = new Content(List.of(TURKISH, ENGLISH), List.of(), null);

    @Test
    void givesTheReadersLanguage() {
        assertThat(BOTH.versionFor(Locale.ENGLISH)).contains(ENGLISH);
        assertThat(BOTH.versionFor(Locale.forLanguageTag("tr-CY"))).contains(TURKISH);
        assertThat(BOTH.versionFor(Locale.UK)).contains(ENGLISH);
    }

    @Test
    void givesTheMainLanguageToAllOthers() {
        assertThat(BOTH.versionFor(Locale.GERMAN)).contains(TURKISH);
        assertThat(BOTH.versionFor(null)).contains(TURKISH);
        assertThat(BOTH.versionFor(Locale.ROOT)).contains(TURKISH);
    }

    @Test
    void givesNothingWhileNothingIsWritten() {
        assertThat(Content.EMPTY.versionFor(Locale.ENGLISH)).isEmpty();
        assertThat(Content.EMPTY.versionFor(null)).isEmpty();
    }

    @Test
    void hasOneVersionPerLanguageWhateverTheCountry() {
        LanguageVersion british = LanguageVersion.plain(Locale.UK, "Invitation", "Do come");
        assertThatIllegalArgumentException().isThrownBy(() -> new Content(List.of(ENGLISH, ENGLISH), List.of(), null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Content(List.of(ENGLISH, british), List.of(), null));
    }

    @Test
    void takesOtherFilesAndKeepsTheRest() throws Exception {
        Attachment file = Attachment.of("program.pdf", "application/pdf", ByteSource.of(new byte[] {1}));
        SourceDocument source = new SourceDocument("E-1", "davet.docx", "0".repeat(64), "Bekleriz");
        Content content = new Content(List.of(TURKISH), List.of(), source).withAttachments(List.of(file));
        assertThat(content).isEqualTo(new Content(List.of(TURKISH), List.of(file), source));
        assertThat(Content.of(TURKISH).attachments()).isEmpty();
    }
}
