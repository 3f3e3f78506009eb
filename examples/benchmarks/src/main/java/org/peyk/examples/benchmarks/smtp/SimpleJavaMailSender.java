package org.peyk.examples.benchmarks.smtp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.simplejavamail.api.email.Email;
import org.simplejavamail.api.mailer.Mailer;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/** simple-java-mail with its batch module: a pool of connections and of threads. */
final class SimpleJavaMailSender implements Sender {

    @Override
    public void send(Job job) throws Exception {
        Letter letter = new Letter(job.bytes());
        Mailer mailer = MailerBuilder.withSMTPServer("127.0.0.1", job.port())
                .withTransportStrategy(job.tls() ? TransportStrategy.SMTPS : TransportStrategy.SMTP)
                .withProperties(AngusSender.properties(job, true))
                .withThreadPoolSize(job.connections())
                .withConnectionPoolCoreSize(job.connections())
                .withConnectionPoolMaxSize(job.connections())
                .buildMailer();
        // not with resources: its close() says that it may be interrupted, which javac warns of
        try {
            Deque<CompletableFuture<Void>> sent = new ArrayDeque<>();
            Semaphore room = new Semaphore(job.connections() * 8);
            for (int n = 0; n < job.messages(); n++) {
                room.acquire();
                Email email = EmailBuilder.startingBlank()
                        .from(Letter.FROM_NAME, Letter.FROM)
                        .to(Letter.name(n), Letter.recipient(n))
                        .withSubject(Letter.SUBJECT)
                        .withPlainText(letter.text(job, n))
                        .withHTMLText(letter.html(job, n))
                        .buildEmail();
                CompletableFuture<Void> one = mailer.sendMail(email, true);
                sent.add(one.whenComplete((nothing, failure) -> room.release()));
                while (!sent.isEmpty() && sent.peek().isDone()) {
                    sent.remove().get();
                }
            }
            for (CompletableFuture<Void> one : sent) {
                one.get();
            }
        } finally {
            mailer.close();
        }
    }
}
