package org.peyk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.policy.GroupAuthorityPolicy;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Attachment;
import org.peyk.spi.Audience;
import org.peyk.spi.ByteSource;
import org.peyk.spi.Channel;
import org.peyk.spi.Content;
import org.peyk.spi.Detail;
import org.peyk.spi.InDoubtPolicy;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;
import org.peyk.spi.SendingWindow;
import org.peyk.spi.UnitId;
import org.peyk.spi.directory.Role;
import org.peyk.spi.event.EventType;
import org.peyk.testing.RecordingTransport;
import org.peyk.testing.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What was approved is changed afterwards: the approval is void, and the approver is told what is otherwise. */
class VoidedApprovalTest {

    private static final Locale TURKISH = Locale.forLanguageTag("tr");

    @TempDir
    Path directory;

    private final SettableClock clock = new SettableClock(Samples.NOON);
    private MailProcess process;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(
                directory.resolve("list.csv"),
                "id;mail;grup\n11;a@ornek.edu.tr;akademik\n12;b@ornek.edu.tr;akademik\n13;c@ornek.edu.tr;ogrenci\n");
        process = MailProcess.builder()
                .store(directory.resolve("store"))
                .clock(clock)
                .discoverPlugins(false)
                .directory(StaticDirectory.builder()
                        .person(Samples.REQUESTER, "İsteyen", Samples.FACULTY, null)
                        .person(Samples.DEAN, "Dekan", Samples.FACULTY, null)
                        .person(Samples.STRANGER, "Sorumlu", null, null)
                        .role(Samples.DEAN, Role.of("DEAN"))
                        .role(Samples.STRANGER, ProcessRoles.DEFAULT.dataProtection())
                        .build())
                .policy(GroupAuthorityPolicy.builder()
                        .forGroup("akademik", Role.of("DEAN"))
                        .forGroup("ogrenci", Role.of("DEAN"))
                        .build())
                .recipientSource(CsvRecipientSource.of("list", directory.resolve("list.csv")))
                .transport(new RecordingTransport())
                .transport(new RecordingTransport(Channel.SMS, 1))
                .build();
    }

    @AfterEach
    void close() {
        process.close();
    }

    private static RequestForm form(Content content) {
        return Samples.form().toBuilder()
                .content(content)
                .audience(Audience.of(Selection.of("list", "akademik")).expecting(2))
                .build();
    }

    private static Content text(String text, String html) {
        return Content.of(new LanguageVersion(TURKISH, "Kütüphane saatleri", html, text, null));
    }

    private MailRequest approved(RequestForm form) {
        RequestId id = process.requests()
                .create(Requester.of(Samples.REQUESTER, Samples.FACULTY), form)
                .id();
        try {
            process.requests().submit(Samples.REQUESTER, id);
        } catch (RefusedException e) {
            // nothing here reads files, which is a finding: the officer lets it pass
            e.refusal()
                    .findings()
                    .forEach(f -> process.requests()
                            .releaseFinding(Samples.STRANGER, id, f.key(), "m. 5/2-ç", "Elle bakıldı"));
            process.requests().submit(Samples.REQUESTER, id);
        }
        String digest = process.requests().get(id).digest();
        MailRequest r = process.requests().approve(Samples.DEAN, id, digest);
        return r.state() == RequestState.APPROVED ? r : process.requests().approve(Samples.STRANGER, id, digest);
    }

    private RequestDifference change(RequestForm to) {
        return change(Samples.form().content(), to);
    }

    private RequestDifference change(Content approvedContent, RequestForm to) {
        MailRequest r = approved(form(approvedContent));
        assertThat(r.state()).isEqualTo(RequestState.APPROVED);
        MailRequest after = process.requests().revise(Samples.REQUESTER, r.id(), r.version(), to);
        assertThat(after.approvals()).isEmpty();
        assertThat(after.state()).isIn(RequestState.IN_APPROVAL, RequestState.DRAFT);
        assertThat(process.audit().history(r.id())).extracting(e -> e.type()).contains(EventType.APPROVALS_VOIDED);
        assertThatThrownBy(() -> process.requests().approve(Samples.DEAN, r.id(), r.digest()))
                .isInstanceOf(RefusedException.class);
        return process.requests().differenceSinceApproval(r.id()).orElseThrow();
    }

    private static String shown(RequestDifference d, String part) {
        StringBuilder b = new StringBuilder();
        d.parts().stream()
                .filter(p -> p.name().en().equals(part))
                .flatMap(p -> p.pieces().stream())
                .forEach(p -> b.append(
                        switch (p.kind()) {
                            case SAME -> p.text();
                            case REMOVED -> "[-" + p.text() + "-]";
                            case ADDED -> "{+" + p.text() + "+}";
                        }));
        return b.toString();
    }

    @Test
    void A13_textChangedByOneComma() {
        RequestForm form = form(text("Işıklar açık kalmayacak.", "<p>Işıklar <b>açık</b> kalmayacak.</p>"));
        MailRequest r = approved(form);
        clock.advance(Duration.ofMinutes(5));
        MailRequest after = process.requests()
                .revise(
                        Samples.REQUESTER,
                        r.id(),
                        r.version(),
                        form(text("Işıklar açık, kalmayacak.", "<p>Işıklar <b>açık,</b> kalmayacak.</p>")));
        assertThat(after.state()).isEqualTo(RequestState.IN_APPROVAL);
        assertThat(after.approvals()).isEmpty();
        assertThat(after.digest()).isNotEqualTo(r.digest());
        assertThatThrownBy(() -> process.requests().approve(Samples.DEAN, r.id(), r.digest()))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.APPROVAL_STALE));
        RequestDifference d = process.requests().differenceSinceApproval(r.id()).orElseThrow();
        assertThat(shown(d, "Plain text (TR)")).isEqualTo("Işıklar açık{+,+} kalmayacak.");
        assertThat(shown(d, "HTML text (TR)")).isEqualTo("Işıklar açık{+,+} kalmayacak.");
        assertThat(d.parts()).hasSize(2);
        assertThat(process.requests().difference(r.id(), 1, 2)).isEqualTo(d);
        assertThat(process.requests()
                        .approve(Samples.DEAN, r.id(), after.digest())
                        .state())
                .isEqualTo(RequestState.APPROVED);
        assertThat(process.requests()
                        .differenceSinceApproval(r.id())
                        .orElseThrow()
                        .parts())
                .isEmpty();
    }

    @Test
    void A14_aReplacedFileIsNamedWithItsHash() throws IOException {
        Attachment first = file("program.pdf", "bir");
        Attachment second = file("program.pdf", "iki");
        Content with = text("Metin", "<p>Metin</p>").withAttachments(List.of(first));
        RequestDifference d = change(with, form(with.withAttachments(List.of(second))));
        assertThat(d.parts()).hasSize(1);
        assertThat(shown(d, "Attachments"))
                .isEqualTo("program.pdf [-" + first.sha256() + "-]{+" + second.sha256() + "+}");
    }

    private static Attachment file(String name, String bytes) throws IOException {
        return Attachment.of(name, "application/pdf", ByteSource.of(bytes.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void A14_aWiderAudienceIsShown() {
        RequestForm wider = form(Samples.form().content()).toBuilder()
                .audience(Audience.of(Selection.of("list", "akademik"), Selection.of("list", "ogrenci"))
                        .expecting(3))
                .build();
        RequestDifference d = change(wider);
        assertThat(shown(d, "Audience")).isEqualTo("list/akademik{+\nlist/ogrenci+}");
        assertThat(shown(d, "Expected recipients")).isEqualTo("[-2-]{+3+}");
        assertThat(d.parts()).hasSize(2);
    }

    @Test
    void A14_anotherSenderOrReplyAddressIsShown() {
        RequestDifference d = change(form(Samples.form().content()).toBuilder()
                .sender(new Sender("rektorluk@ornek.edu.tr", "Örnek Üniversitesi", "bilgi@ornek.edu.tr"))
                .build());
        assertThat(shown(d, "Sender")).contains("[-duyuru-]{+rektorluk+}").contains("Örnek Üniversitesi");
        assertThat(shown(d, "Reply address")).isEqualTo("{+bilgi@ornek.edu.tr+}");
        assertThat(d.parts()).hasSize(2);
    }

    @Test
    void everythingElseAnApprovalBindsToIsShown() {
        RequestDifference d = change(form(Samples.form().content()).toBuilder()
                .detail(Detail.CONTACT, "dahili 2146")
                .channels(Set.of(Channel.MAIL, Channel.SMS))
                .window(new SendingWindow(Samples.NOON.plusSeconds(3600), Samples.NOON.plusSeconds(7200)))
                .inDoubt(InDoubtPolicy.RESEND)
                .replyUnit(UnitId.of("U-SKS"))
                .build());
        assertThat(shown(d, "Channels")).isEqualTo("MAIL{+\nSMS+}");
        assertThat(shown(d, "Not before")).isEqualTo("{+2026-11-24T10:00:00Z+}");
        assertThat(shown(d, "Not after")).isEqualTo("{+2026-11-24T11:00:00Z+}");
        assertThat(shown(d, "Message in doubt")).isEqualTo("[-HOLD-]{+RESEND+}");
        assertThat(shown(d, "Unit that answers")).isEqualTo("{+U-SKS+}");
        assertThat(shown(d, Detail.CONTACT.label().en())).isEqualTo("dahili [-2145-]{+2146+}");
        assertThat(d.parts()).hasSize(6);
    }
}
