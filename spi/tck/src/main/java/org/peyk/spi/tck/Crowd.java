package org.peyk.spi.tck;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/** Calls a plugin from other threads and never waits for it longer than it should take. */
final class Crowd {

    /** How many threads a check of concurrent use starts: more than the cores of a small machine. */
    static final int THREADS = 8;

    private static final long LOOK_AGAIN_NANOS = 1_000_000;

    private Crowd() {}

    /** The same call from {@link #THREADS} threads at once. */
    static <T> List<T> call(Duration limit, Callable<T> call) throws Exception {
        return call(limit, THREADS, n -> call);
    }

    /** One call per thread, all begun at the same moment; what one throws, this throws. */
    static <T> List<T> call(Duration limit, int threads, IntFunction<Callable<T>> calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Running<T>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Callable<T> call = calls.apply(i);
            running.add(start(() -> {
                start.await();
                return call.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Running<T> one : running) {
            results.add(one.result(limit));
        }
        return results;
    }

    /** One call on a thread of its own, so that one that hangs fails the check and not the build. */
    static <T> T within(Duration limit, Callable<T> call) throws Exception {
        return start(call).result(limit);
    }

    static <T> Running<T> start(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread thread = new Thread(task, "peyk-tck");
        thread.setDaemon(true);
        thread.start();
        return new Running<>(thread, task);
    }

    /** Waits for something that can only be asked for. */
    static void await(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within " + limit + ": " + what);
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    static void close(Object plugin) throws Exception {
        if (plugin instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    /** A call under way. */
    record Running<T>(Thread thread, FutureTask<T> task) {

        T result(Duration limit) throws Exception {
            try {
                return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                AssertionError hanging = new AssertionError("no answer within " + limit);
                hanging.setStackTrace(thread.getStackTrace());
                thread.interrupt();
                throw hanging;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Exception cause) {
                    throw cause;
                }
                if (e.getCause() instanceof Error cause) {
                    throw cause;
                }
                throw e;
            }
        }

        void interrupt() {
            thread.interrupt();
        }
    }
}
