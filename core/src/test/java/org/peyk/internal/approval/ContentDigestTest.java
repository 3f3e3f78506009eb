package org.peyk.internal.approval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.peyk.Samples;
import org.peyk.spi.Attachment;
import org.peyk.spi.Audience;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Channel;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.InDoubtPolicy;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestForm;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;
import org.peyk.spi.SendingWindow;
import org.peyk.spi.UnitId;

import static org.assertj.core.api.Assertions.assertThat;

class ContentDigestTest {

    private static final Locale TR = Locale.forLanguageTag("tr");

    @Test
    void everythingAnApprovalBindsToChangesTheDigest() throws IOException {
        List<UnaryOperator<RequestForm.Builder>> changes = new ArrayList<>();
        changes.add(b -> b);
        changes.add(b -> b.detail(Detail.PLACE, "Salon"));
        changes.add(b -> b.detail(Detail.HOST, "Salon"));
        changes.add(b -> b.content(version("Konu,", null, "Metin", null)));
        changes.add(b -> b.content(version("Konu", null, "Metin,", null)));
        changes.add(b -> b.content(version("Konu", "Metin", "Metin", null)));
        changes.add(b -> b.content(version("Konu", null, "Metin", "Metin")));
        changes.add(b -> b.content(version("Konu", "", "Metin", null)));
        changes.add(b -> b.content(Content.of(LanguageVersion.plain(Locale.ENGLISH, "Konu", "Metin"))));
        changes.add(b -> b.content(new Content(
                List.of(LanguageVersion.plain(TR, "Konu", "Metin"), LanguageVersion.plain(Locale.ENGLISH, "S", "T")),
                List.of(),
                null)));
        for (Attachment a : List.of(
                file("a.pdf", "application/pdf", "1"),
                file("b.pdf", "application/pdf", "1"),
                file("a.pdf", "text/plain", "1"),
                file("a.pdf", "application/pdf", "2"))) {
            changes.add(b -> b.content(Samples.form().content().withAttachments(List.of(a))));
        }
        changes.add(b -> b.audience(Audience.of(Selection.of("list", "ogrenci")).expecting(100)));
        changes.add(b -> b.audience(Audience.of(Selection.of("list", "akademik"), Selection.of("list", "ogrenci"))
                .expecting(100)));
        changes.add(b -> b.audience(Audience.of(new Selection("list", "akademik", Map.of("fakulte", "muh")))
                .expecting(100)));
        changes.add(
                b -> b.audience(Audience.of(Selection.of("list", "akademik")).expecting(101)));
        changes.add(b -> b.sender(new Sender("rektorluk@ornek.edu.tr", "Örnek Üniversitesi", null)));
        changes.add(b -> b.sender(new Sender("duyuru@ornek.edu.tr", "Rektörlük", null)));
        changes.add(b -> b.sender(new Sender("duyuru@ornek.edu.tr", "Örnek Üniversitesi", "yanit@ornek.edu.tr")));
        changes.add(b -> b.channels(Set.of(Channel.MAIL, Channel.SMS)));
        changes.add(b -> b.window(new SendingWindow(Instant.EPOCH, null)));
        changes.add(b -> b.window(new SendingWindow(null, Instant.EPOCH)));
        changes.add(b -> b.inDoubt(InDoubtPolicy.RESEND));
        changes.add(b -> b.replyUnit(UnitId.of("U-SKS")));

        Set<String> digests = new HashSet<>();
        for (UnaryOperator<RequestForm.Builder> change : changes) {
            digests.add(Samples.digest(change.apply(Samples.form().toBuilder()).build()));
        }
        assertThat(digests).hasSize(changes.size());
    }

    @Test
    void anotherListFileHasAnotherDigest() {
        Selection list = Selection.of("list", "akademik");
        String one = ContentDigest.of(Samples.form(), Map.of(list, "1"));
        assertThat(ContentDigest.of(Samples.form(), Map.of(list, "1"))).isEqualTo(one);
        assertThat(ContentDigest.of(Samples.form(), Map.of(list, "2"))).isNotEqualTo(one);
    }

    @Test
    void textCannotMoveFromOneFieldToTheNext() {
        assertThat(Samples.digest(form("ab", "c"))).isNotEqualTo(Samples.digest(form("a", "bc")));
    }

    private static RequestForm form(String subject, String text) {
        return Samples.form().toBuilder()
                .content(version(subject, null, text, null))
                .build();
    }

    private static Content version(
            String subject,
            @org.jspecify.annotations.Nullable String html,
            String text,
            @org.jspecify.annotations.Nullable String sms) {
        return Content.of(new LanguageVersion(TR, subject, html, text, sms));
    }

    private static Attachment file(String name, String type, String text) throws IOException {
        return Attachment.of(name, type, ByteSource.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
