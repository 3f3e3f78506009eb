package org.peyk.examples.benchmarks.ledger;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.configuration.JobRunrConfiguration.JobRunrConfigurationResult;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.sql.common.SqlStorageProviderFactory;
import org.peyk.examples.benchmarks.Engine;

/** One JobRunr job for each recipient, with its storage in the database and as many workers as connections. */
final class JobPerRecipient implements Sending {

    private static final AtomicReference<KeptSessions> SESSIONS = new AtomicReference<>();

    private final Engine engine;

    JobPerRecipient(Engine engine) {
        this.engine = engine;
    }

    /** One message. */
    public record Mail(int number) implements JobRequest {
        @Override
        public Class<MailHandler> getJobRequestHandler() {
            return MailHandler.class;
        }
    }

    /** Sends it. */
    public static final class MailHandler implements JobRequestHandler<Mail> {
        @Override
        public void run(Mail mail) throws Exception {
            SESSIONS.get().send(mail.number());
        }
    }

    @Override
    public String name() {
        return "JobRunr, a job each";
    }

    @Override
    public Took send(Post post) throws Exception {
        StorageProvider storage = SqlStorageProviderFactory.using(engine.dataSource());
        JobRunrConfigurationResult jobs = JobRunr.configure()
                .useStorageProvider(storage)
                .useBackgroundJobServer(
                        BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                                .andWorkerCount(post.connections())
                                .andPollInterval(Duration.ofSeconds(5)),
                        false)
                .initialize();
        BackgroundJobServer server = JobRunr.getBackgroundJobServer();
        try (KeptSessions kept = new KeptSessions(post)) {
            SESSIONS.set(kept);
            long ordered = System.nanoTime();
            jobs.getJobRequestScheduler()
                    .enqueue(IntStream.range(0, post.messages()).mapToObj(Mail::new));
            long began = System.nanoTime();
            server.start();
            kept.await();
            long end = System.nanoTime();
            return new Took((end - ordered) / 1e9, (end - began) / 1e9);
        } finally {
            server.stop();
            JobRunr.destroy();
        }
    }
}
