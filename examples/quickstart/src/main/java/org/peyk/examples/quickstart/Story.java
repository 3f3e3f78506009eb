package org.peyk.examples.quickstart;

import com.icegreen.greenmail.store.FolderException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.peyk.MailProcess;
import org.peyk.SendingConfig;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.smtp.ImapMailbox;
import org.peyk.smtp.SmtpTransport;

/** Sets the stage and plays one chapter after the other. */
final class Story {

    private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
    /** The answers are read when the story has come to them. */
    private static final Duration NEVER_BY_ITSELF = Duration.ofDays(1);

    private static final int CONNECTIONS = 4;

    private final Terminal terminal;
    private final Locale locale;
    private final Path target;
    private final long began = System.nanoTime();

    Story(Terminal terminal, Locale locale, Path target) {
        this.terminal = terminal;
        this.locale = locale;
        this.target = target;
    }

    /** Plays; returns whether every claim holds. */
    boolean play(java.io.PrintStream out) throws Exception {
        Console console = new Console(out, terminal, locale, ISTANBUL);
        StoryClock clock = new StoryClock(Clock.systemUTC(), ISTANBUL);
        Path store = store();
        console.title(Line.TITLE);
        console.text(Line.OPENING, console.day(StoryClock.BEGINNING));
        try (PostOffice post = new PostOffice(TheRequest.REPLY_ADDRESS);
                MailProcess process = process(post, clock, store)) {
            process.start();
            Stage stage = new Stage(console, clock, process, post);
            int number = 1;
            for (Chapter chapter : chapters()) {
                console.chapter(number, clock.instant(), chapter.title());
                chapter.play(stage);
                number++;
            }
            console.chapter(number, clock.instant(), Line.CLAIMS);
            return judge(stage);
        }
    }

    private boolean judge(Stage stage) throws FolderException, MessagingException, IOException {
        new Inspection(stage, ListCount.of(Sample.RECIPIENTS.text())).run();
        Console console = stage.console();
        Claims claims = stage.claims();
        claims.check(true, Line.CLAIM_REFUSALS, stage.refusals());
        claims.show(console);
        if (claims.broken() > 0) {
            console.refused(Line.NOT_WELL, claims.size(), claims.broken());
            return false;
        }
        console.good(Line.ALL_WELL, claims.size(), console.number((System.nanoTime() - began) / 1e9, 1));
        return true;
    }

    private List<Chapter> chapters() {
        return List.of(
                new TheRequest(),
                new TheDocument(),
                new TheBlockedFile(),
                new TheReplacedFile(),
                new ThePlan(),
                new TheComma(),
                new TheApprovals(),
                new TheSending(),
                new TheAnswers(),
                new TheMeasures(),
                new ThePage(target.resolve("report.html")));
    }

    private static MailProcess process(PostOffice post, Clock clock, Path store) throws IOException {
        return MailProcess.builder()
                .store(store)
                .clock(clock)
                .zone(ISTANBUL)
                .node("quickstart")
                .directory(Cast.directory())
                .policy(Cast.policy())
                .recipientSource(CsvRecipientSource.of(TheRequest.LIST, Sample.RECIPIENTS.copyTo(store)))
                .transport(SmtpTransport.builder()
                        .url(post.smtpUrl())
                        .maxConnections(CONNECTIONS)
                        .build())
                .mailbox(ImapMailbox.ofUrl(post.imapUrl()))
                .mailboxInterval(NEVER_BY_ITSELF)
                .sending(SendingConfig.builder()
                        .connections(CONNECTIONS)
                        .returnPath(TheRequest.REPLY_ADDRESS)
                        .build())
                .build();
    }

    /** A new directory for each run. */
    private Path store() throws IOException {
        String run = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).format(ZonedDateTime.now(ISTANBUL));
        Files.createDirectories(target);
        return Files.createTempDirectory(target, "store-" + run + "-");
    }
}
