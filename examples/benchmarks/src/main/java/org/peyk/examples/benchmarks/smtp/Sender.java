package org.peyk.examples.benchmarks.smtp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** One way to send mail. */
interface Sender {

    /** Sends everything, and returns when all of it was accepted. */
    void send(Job job) throws Exception;

    /** Gives the numbers of the messages to those who send them, each once. */
    interface Numbers {
        /** The next one, or -1. */
        int next();
    }

    /** What one connection's thread does. */
    interface Lane {
        void run(Numbers numbers) throws Exception;
    }

    /** Runs as many threads as there are connections until all messages are sent. */
    static void lanes(Job job, Lane lane) throws Exception {
        AtomicInteger given = new AtomicInteger();
        Numbers numbers = () -> {
            int n = given.getAndIncrement();
            return n < job.messages() ? n : -1;
        };
        ExecutorService threads = Executors.newFixedThreadPool(job.connections());
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < job.connections(); i++) {
                all.add(threads.submit(() -> {
                    lane.run(numbers);
                    return null;
                }));
            }
            for (Future<?> f : all) {
                f.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
