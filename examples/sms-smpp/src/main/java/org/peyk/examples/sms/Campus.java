package org.peyk.examples.sms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.peyk.MailProcess;
import org.peyk.SendingConfig;
import org.peyk.audience.CsvRecipientSource;
import org.peyk.examples.sms.smpp.MobileNumberSource;
import org.peyk.examples.sms.smpp.ReceiptBook;
import org.peyk.examples.sms.smpp.SmppConfig;
import org.peyk.examples.sms.smpp.SmppTransport;
import org.peyk.examples.sms.smpp.SmsPartsCheck;
import org.peyk.examples.sms.smpp.SmsReceipts;
import org.peyk.examples.sms.smsc.ShortMessageCentre;
import org.peyk.spi.Channel;
import org.peyk.testing.RecordingTransport;

/** A process with two ways out: mails, which are only written down, and short messages to a centre inside this process. */
final class Campus implements AutoCloseable {

    static final String MAILBOX = "sms-receipts";

    private static final String SYSTEM_ID = "universite";
    private static final String PASSWORD = "parola";
    private static final int MAIL_SESSIONS = 2;
    private static final Duration PAUSE = Duration.ofMillis(200);

    final ShortMessageCentre centre;
    final RecordingTransport mail = new RecordingTransport(Channel.MAIL, MAIL_SESSIONS);
    final MailProcess process;
    private final ReceiptBook book;
    private final SmsReceipts receipts;
    private final SmppTransport sms;

    private Campus(Path directory, ShortMessageCentre centre, ReceiptBook book, Path people) {
        this.centre = centre;
        this.book = book;
        SmppConfig config = SmppConfig.builder(centre.host(), centre.port(), SYSTEM_ID, PASSWORD, "UNIVERSITE")
                .throttleWait(PAUSE)
                .build();
        this.sms = new SmppTransport(config, book);
        this.receipts = new SmsReceipts(MAILBOX, config, book);
        this.process = MailProcess.builder()
                .store(directory.resolve("store"))
                .directory(Announcement.directory())
                .policy(Announcement.policy())
                .recipientSource(new MobileNumberSource(CsvRecipientSource.of(Announcement.SOURCE, people)))
                .contentCheck(new SmsPartsCheck(config))
                .transport(mail)
                .transport(sms)
                .mailbox(receipts)
                .sending(SendingConfig.builder()
                        .pollInterval(PAUSE)
                        .sessionBackoff(PAUSE)
                        .build())
                .discoverPlugins(false)
                .build();
    }

    static Campus open(Path directory) throws IOException {
        ShortMessageCentre centre = ShortMessageCentre.start(SYSTEM_ID, PASSWORD);
        ReceiptBook book = null;
        try {
            Files.createDirectories(directory);
            Path people = directory.resolve("kisiler.csv");
            try (InputStream in = Objects.requireNonNull(Campus.class.getResourceAsStream("/sample/kisiler.csv"))) {
                Files.write(people, in.readAllBytes());
            }
            book = ReceiptBook.open(directory.resolve("receipts"), Clock.systemUTC());
            return new Campus(directory, centre, book, people);
        } catch (IOException | RuntimeException e) {
            if (book != null) {
                book.close();
            }
            centre.close();
            throw e;
        }
    }

    @Override
    public void close() {
        process.close();
        sms.close();
        receipts.close();
        try {
            book.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            centre.close();
        }
    }
}
