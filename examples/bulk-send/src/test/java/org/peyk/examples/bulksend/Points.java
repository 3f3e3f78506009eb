package org.peyk.examples.bulksend;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.peyk.spi.recipient.RecipientSource;
import org.peyk.spi.transport.DeliveryFeed;
import org.peyk.spi.transport.GateAnswer;
import org.peyk.spi.transport.Transport;
import org.peyk.spi.transport.TransportSession;

/**
 * Named points of a sending. The process ends without any farewell when it comes to one of them for the nth time, as a kill at that very
 * place would end it.
 */
final class Points {

    /** A page of the list was read. */
    static final String PAGE = "page";

    /** An intent is stored; the end of the message has not left. */
    static final String INTENT = "intent";

    /** The server has answered; the ledger was not told. */
    static final String REPLY = "reply";

    /** Results and intents are about to be committed. */
    static final String RESULT = "result";

    /** Results and intents are committed; nobody was told. */
    static final String STORED = "stored";

    static final List<String> ALL = List.of(PAGE, INTENT, REPLY, RESULT, STORED);

    private static final int KILLED = 137;

    private final String name;
    private final int nth;
    private final AtomicInteger met = new AtomicInteger();

    private Points(String name, int nth) {
        this.name = name;
        this.nth = nth;
    }

    /** From {@code name:nth}, or never when there is none. */
    static Points of(@Nullable String text) {
        if (text == null) {
            return new Points("", 0);
        }
        String[] parts = text.split(":", -1);
        return new Points(parts[0], Integer.parseInt(parts[1]));
    }

    private void at(String point) {
        if (point.equals(name) && met.incrementAndGet() == nth) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    Transport in(Transport transport) {
        return watched(Transport.class, transport, (m, call) -> {
            Object result = call.make();
            return result instanceof TransportSession s ? in(s) : result;
        });
    }

    private TransportSession in(TransportSession session) {
        return proxy(
                TransportSession.class,
                (p, m, a) -> m.getName().equals("run")
                        ? invoke(session, m, new Object[] {in((DeliveryFeed) a[0])})
                        : invoke(session, m, a));
    }

    private DeliveryFeed in(DeliveryFeed feed) {
        return watched(DeliveryFeed.class, feed, (m, call) -> {
            if (m.getName().equals("report")) {
                at(REPLY);
            }
            Object result = call.make();
            if (result == GateAnswer.PROCEED) {
                at(INTENT);
            }
            return result;
        });
    }

    RecipientSource in(RecipientSource source) {
        return watched(RecipientSource.class, source, (m, call) -> {
            Object result = call.make();
            if (m.getName().equals("page")) {
                at(PAGE);
            }
            return result;
        });
    }

    DataSource in(DataSource database) {
        return watched(DataSource.class, database, (m, call) -> {
            Object result = call.make();
            return result instanceof Connection c
                            && Thread.currentThread().getName().startsWith("peyk-ledger")
                    ? in(c)
                    : result;
        });
    }

    private Connection in(Connection connection) {
        return watched(Connection.class, connection, (m, call) -> {
            boolean commit = m.getName().equals("commit");
            if (commit) {
                at(RESULT);
            }
            Object result = call.make();
            if (commit) {
                at(STORED);
            }
            return result;
        });
    }

    /** A call that was not made yet. */
    private interface Call {
        @Nullable
        Object make() throws Throwable;
    }

    /** What is done around calls. */
    private interface Around {
        @Nullable
        Object call(Method method, Call call) throws Throwable;
    }

    private static <T> T watched(Class<T> type, T target, Around around) {
        return proxy(type, (p, m, a) -> around.call(m, () -> invoke(target, m, a)));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
