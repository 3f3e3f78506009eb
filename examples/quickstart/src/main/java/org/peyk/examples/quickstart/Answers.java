package org.peyk.examples.quickstart;

import com.icegreen.greenmail.store.FolderException;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The outside world, which answers: one address does not exist, one person is on leave, one has a question. */
final class Answers {

    static final String UNKNOWN_ADDRESS = "bulunamayan.kisi@ornek.edu.tr";
    static final String ON_LEAVE = "izinde.olan@ornek.edu.tr";
    static final String CURIOUS = "soru.soran@ogr.ornek.edu.tr";

    private static final DateTimeFormatter MAIL_DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    private final PostOffice post;
    private final String replyAddress;
    private final Clock clock;

    Answers(PostOffice post, String replyAddress, Clock clock) {
        this.post = post;
        this.replyAddress = replyAddress;
        this.clock = clock;
    }

    /** Lets the three answers arrive, each to the message that its sender really got. */
    void arrive() throws FolderException, MessagingException {
        deliver(Sample.BOUNCE, UNKNOWN_ADDRESS);
        deliver(Sample.OUT_OF_OFFICE, ON_LEAVE);
        deliver(Sample.QUESTION, CURIOUS);
    }

    private void deliver(Sample mail, String from) throws FolderException, MessagingException {
        Instant now = clock.instant();
        String text = mail.text()
                .replace("${messageId}", post.messageId(from))
                .replace("${from}", from)
                .replace("${to}", replyAddress)
                .replace("${date}", MAIL_DATE.format(now.atZone(clock.getZone())))
                .replace("\r\n", "\n")
                .replace("\n", "\r\n");
        post.answer(text.getBytes(StandardCharsets.UTF_8), now);
    }
}
