package org.peyk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.internal.store.RequestCommands;
import org.peyk.internal.store.Store;
import org.peyk.policy.StaticDirectory;
import org.peyk.spi.Audience;
import org.peyk.spi.Content;
import org.peyk.spi.LanguageVersion;
import org.peyk.spi.PersonId;
import org.peyk.spi.RequestForm;
import org.peyk.spi.RequestId;
import org.peyk.spi.Requester;
import org.peyk.spi.Selection;
import org.peyk.spi.Sender;
import org.peyk.spi.approval.ApprovalPlan;
import org.peyk.spi.directory.Person;
import org.peyk.spi.mailbox.Mailbox;
import org.peyk.testing.RecordingTransport;
import org.peyk.testing.SettableClock;

/** A process with people who have addresses, one policy, and a transport that remembers; it is not started, so that tests say when. */
final class NoticeStage implements AutoCloseable {

    static final Sender OFFICE = new Sender("surec@ornek.edu.tr", "Mail Gönderimi Süreci", "onay@ornek.edu.tr");
    static final PersonId LEFT = PersonId.of("P-7");
    static final PersonId UNWRITTEN = PersonId.of("P-8");

    final SettableClock clock = new SettableClock(Samples.NOON);
    final RecordingTransport transport = new RecordingTransport();
    MailProcess process;
    final ChangingDirectory people = new ChangingDirectory(people());
    private ApprovalPlan plan = Samples.plan();
    private final Path directory;
    private final Store store;
    private final List<Mailbox> mailboxes;

    /**
     * Sets the stage.
     *
     * @param store a store of the database that the process uses too; closed with the stage
     */
    NoticeStage(Path directory, Store store, @Nullable NoticeConfig notices, Mailbox... mailboxes) {
        this.directory = directory;
        this.store = store;
        this.mailboxes = List.of(mailboxes);
        this.process = build(notices);
    }

    private MailProcess build(@Nullable NoticeConfig notices) {
        return build(notices, "test", mailboxes);
    }

    /** A second node on the same database. */
    MailProcess another(NoticeConfig notices, Mailbox mailbox) {
        return build(notices, "other", List.of(mailbox));
    }

    private MailProcess build(@Nullable NoticeConfig notices, String node, List<Mailbox> read) {
        try {
            Files.createDirectories(directory);
            Path list = Files.writeString(
                    directory.resolve("list.csv"), "id;mail;grup\n1;a@ornek.edu.tr;hepsi\n2;b@ornek.edu.tr;hepsi\n");
            MailProcessBuilder b = MailProcess.builder()
                    .store(store.dataSource())
                    .clock(clock)
                    .node(node)
                    .directory(people)
                    .policy(context -> plan)
                    .recipientSource(CsvRecipientSource.of("list", list))
                    .transport(transport)
                    .discoverPlugins(false);
            read.forEach(b::mailbox);
            if (notices != null) {
                b.notices(notices);
            }
            return b.build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As when the process was killed and started again, with other settings perhaps. */
    void restart(@Nullable NoticeConfig notices) {
        process.close();
        process = build(notices);
    }

    static StaticDirectory people() {
        return StaticDirectory.builder()
                .person(Samples.REQUESTER, "Ayşe İnce", Samples.FACULTY, "ayse@ornek.edu.tr")
                .person(Samples.EDITOR, "Bora Işık", Samples.FACULTY, "bora@ornek.edu.tr")
                .person(Samples.DEAN, "Prof. Dr. Cem Öz", Samples.FACULTY, "cem@ornek.edu.tr")
                .person(new Person(
                        Samples.REGISTRAR, "Dale O'Hara <X>", Samples.FACULTY, "dale@ornek.edu.tr", Locale.ENGLISH))
                .person(Samples.DEPUTY, "Doç. Dr. Ece Şen", Samples.FACULTY, "ece@ornek.edu.tr")
                .person(Samples.STRANGER, "Hande Uz", null, "hande@ornek.edu.tr")
                .person(LEFT, "Filiz Ak", Samples.FACULTY, "filiz@ornek.edu.tr")
                .person(UNWRITTEN, "Gül Er", Samples.FACULTY, null)
                .deputy(
                        Samples.DEAN,
                        Samples.DEPUTY,
                        Samples.NOON.minus(Duration.ofHours(1)),
                        Samples.NOON.plus(Duration.ofDays(3)))
                .inactive(LEFT, Samples.NOON.minus(Duration.ofDays(1)))
                .build();
    }

    /** Has the directory say something else of a person. */
    void person(Person value) {
        people.change(value);
    }

    Store store() {
        return store;
    }

    /** What the process does by itself when its time comes. */
    RequestCommands commands() {
        return new RequestCommands(store, clock, List.of());
    }

    void policy(ApprovalPlan value) {
        plan = value;
    }

    static RequestForm form(String text) {
        return Samples.form().toBuilder()
                .content(Content.of(LanguageVersion.plain(Locale.forLanguageTag("tr"), "Kütüphane saatleri", text)))
                .audience(Audience.of(Selection.of("list", "hepsi")).expecting(2))
                .build();
    }

    RequestId submitted() {
        return submitted(UnaryOperator.identity());
    }

    RequestId submitted(UnaryOperator<RequestForm> change) {
        MailRequest r = process.requests()
                .create(
                        Requester.of(Samples.REQUESTER, Samples.FACULTY),
                        change.apply(form("Kütüphane 22.00'ye kadar açıktır.")));
        return process.requests().submit(Samples.REQUESTER, r.id()).id();
    }

    MailRequest get(RequestId id) {
        return process.requests().get(id);
    }

    /** Notices of a kind about a request. */
    List<Notice> notices(RequestId id, NoticeKind kind) {
        return process.notices().of(id, 1000).stream()
                .filter(n -> n.kind() == kind)
                .toList();
    }

    /** Subjects of what an address got. */
    List<String> subjects(String address) {
        return transport.accepted().stream()
                .filter(d -> d.envelope().recipient().equals(address))
                .map(d -> d.message().body().subject())
                .toList();
    }

    /** The last message to an address. */
    org.peyk.spi.transport.Delivery last(String address) {
        return transport.accepted().stream()
                .filter(d -> d.envelope().recipient().equals(address))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    @Override
    public void close() {
        process.close();
        store.close();
    }
}
