package org.peyk.examples.benchmarks.smtp;

import io.vertx.core.Vertx;
import io.vertx.core.net.PfxOptions;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The Vert.x mail client, PIPELINING on, as many messages at a time as it has connections and some more. */
final class VertxSender implements Sender {
    /** One for all runs, as a program has it. */
    private final Vertx vertx = Vertx.vertx();

    @Override
    public void send(Job job) throws Exception {
        Letter letter = new Letter(job.bytes());
        MailConfig config = new MailConfig("127.0.0.1", job.port(), StartTLSOptions.DISABLED, LoginOption.NONE)
                .setMaxPoolSize(job.connections())
                .setPipelining(true)
                .setOwnHostname("sender.invalid");
        if (job.tls()) {
            config.setSsl(true)
                    .setTrustOptions(new PfxOptions()
                            .setPath(System.getProperty("javax.net.ssl.trustStore"))
                            .setPassword(System.getProperty("javax.net.ssl.trustStorePassword")));
        }
        MailClient client = MailClient.create(vertx, config);
        int room = job.connections() * 2;
        Semaphore free = new Semaphore(room);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        for (int n = 0; n < job.messages() && failure.get() == null; n++) {
            free.acquire();
            MailMessage message = new MailMessage()
                    .setFrom(Letter.FROM + " (" + Letter.FROM_NAME + ")")
                    .setTo(Letter.recipient(n) + " (" + Letter.name(n) + ")")
                    .setSubject(Letter.SUBJECT)
                    .setText(letter.text(job, n))
                    .setHtml(letter.html(job, n));
            client.sendMail(message).onComplete(result -> {
                if (result.failed()) {
                    failure.set(result.cause());
                }
                free.release();
            });
        }
        free.acquire(room);
        if (failure.get() != null) {
            throw new ExecutionException(failure.get());
        }
        client.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
