package org.peyk.smtp.internal.wire;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Short work that waits for the other side. It runs in virtual threads where the running JVM has them (JEP 444, from 21 on), so that it costs
 * no thread of the operating system; else in daemon threads of its own.
 */
final class BlockingThreads {
    private static final @Nullable MethodHandle VIRTUAL = virtual();

    private BlockingThreads() {}

    private static @Nullable MethodHandle virtual() {
        if (Runtime.version().feature() < 21) {
            return null; // from 19 on it is there, but only as a preview
        }
        try {
            return MethodHandles.publicLookup()
                    .findStatic(
                            Thread.class, "startVirtualThread", MethodType.methodType(Thread.class, Runnable.class));
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /** Whether such work costs no thread of the operating system. */
    static boolean areVirtual() {
        return VIRTUAL != null;
    }

    static void start(String name, Runnable work) {
        MethodHandle virtual = VIRTUAL;
        if (virtual != null) {
            try {
                Object unused = virtual.invoke(work);
                return;
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("no virtual thread could be started", e);
            }
        }
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
