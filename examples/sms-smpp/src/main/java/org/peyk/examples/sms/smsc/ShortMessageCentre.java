package org.peyk.examples.sms.smsc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;

/** A short-message centre on this machine's own address. It takes what it gets unless its script says otherwise. Thread-safe. */
public final class ShortMessageCentre implements AutoCloseable {

    private static final int BIND_MILLIS = 5_000;

    /** Each part that is answered late or never occupies a thread. */
    private static final int THREADS = 64;

    private static final int QUEUE = 1_000;
    private static final int LATE_MILLIS = 300;
    private static final int AT_ONCE_MILLIS = 20;
    private static final int GARBAGE = 64;

    private final String systemId;
    private final String password;
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "smsc");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<SMPPServerSession, Socket> sessions = new ConcurrentHashMap<>();
    private final Assembly assembly = new Assembly();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger binds = new AtomicInteger();
    private volatile Script script = submission -> Reaction.TAKE;
    private volatile int bindStatus;
    private volatile boolean refusing;
    private volatile @Nullable ReceiptRule receipts;

    /** Which receipts the centre sends by itself once it has taken a message. */
    @FunctionalInterface
    public interface ReceiptRule {

        /**
         * What becomes of a message.
         *
         * @param message the message
         * @return message_state of its parts; 0 for no receipt
         */
        int stateOf(TakenMessage message);
    }

    private ShortMessageCentre(String systemId, String password, ServerSocket listener) {
        this.systemId = systemId;
        this.password = password;
        this.listener = listener;
    }

    /**
     * Starts a centre on a free port.
     *
     * @param systemId the one account it knows
     * @param password its password
     * @return the centre
     * @throws IOException when no port can be opened
     */
    public static ShortMessageCentre start(String systemId, String password) throws IOException {
        return start(systemId, password, ServerSocketFactory.getDefault());
    }

    /**
     * The same with sockets of one's own, for instance encrypted ones.
     *
     * @param sockets makes the socket that listens
     */
    public static ShortMessageCentre start(String systemId, String password, ServerSocketFactory sockets)
            throws IOException {
        ServerSocket socket = sockets.createServerSocket(0, 0, InetAddress.getLoopbackAddress());
        ShortMessageCentre centre = new ShortMessageCentre(systemId, password, socket);
        centre.threads.execute(centre::accept);
        return centre;
    }

    /** The address it listens at. */
    public String host() {
        return listener.getInetAddress().getHostAddress();
    }

    /** The port it listens at. */
    public int port() {
        return listener.getLocalPort();
    }

    /** What to do from now on. */
    public void follow(Script value) {
        this.script = value;
    }

    /** Refuses every bind with a status from now on; 0 ends that. */
    public void refuseBinds(int status) {
        this.bindStatus = status;
    }

    /** Whether to close connections before anything is said. */
    public void refuseConnections(boolean value) {
        this.refusing = value;
    }

    /** Sends receipts by itself from now on. */
    public void sendReceipts(ReceiptRule value) {
        this.receipts = value;
    }

    /** The whole messages it took, in the order of taking; one taken twice is there twice. */
    public List<TakenMessage> taken() {
        return assembly.taken();
    }

    /** How many binds it has taken. */
    public int binds() {
        return binds.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                if (refusing) {
                    socket.close();
                } else {
                    threads.execute(() -> serve(socket));
                }
            } catch (IOException e) {
                // closed, or the one who came is gone again
            }
        }
    }

    private void serve(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            SocketConnection connection = new SocketConnection(socket);
            connection.setSoTimeout(BIND_MILLIS);
            SMPPServerSession session =
                    new SMPPServerSession(connection, null, new Receiver(this), null, THREADS, QUEUE);
            BindRequest bind = session.waitForBind(BIND_MILLIS);
            int status = bindStatus != 0 ? bindStatus : credentials(bind);
            if (status != 0) {
                bind.reject(status);
                session.close();
                return;
            }
            sessions.put(session, socket);
            session.setEnquireLinkTimer(BIND_MILLIS);
            binds.incrementAndGet();
            bind.accept("SMSC", InterfaceVersion.IF_34);
        } catch (IOException | TimeoutException | PDUException | IllegalStateException e) {
            close(socket);
        }
    }

    private int credentials(BindRequest bind) {
        if (!bind.getSystemId().equals(systemId)) {
            return SMPPConstant.STAT_ESME_RINVSYSID;
        }
        return bind.getPassword().equals(password) ? 0 : SMPPConstant.STAT_ESME_RINVPASWD;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone then
        }
    }

    /** Does what the script says; gives the status to answer with. */
    int react(SMPPServerSession session, Assembly.Came came, String id) {
        Reaction reaction = script.on(assembly.look(came));
        Optional<TakenMessage> whole = reaction.takes() ? assembly.take(came, id) : Optional.empty();
        switch (reaction.kind()) {
            case REFUSE -> {
                return reaction.status();
            }
            case DROP, TAKE_AND_DROP -> drop(session);
            case TAKE_AND_ANSWER_GARBAGE -> answerGarbage(session);
            case TAKE_AND_STAY_SILENT -> pause(Integer.MAX_VALUE);
            case TAKE_SLOWLY -> pause(LATE_MILLIS);
            case TAKE_ANSWER_AND_DROP ->
                threads.execute(() -> {
                    pause(AT_ONCE_MILLIS);
                    drop(session);
                });
            case TAKE -> {
                // answered by the caller
            }
        }
        whole.ifPresent(this::confirm);
        return 0;
    }

    private void confirm(TakenMessage message) {
        ReceiptRule rule = receipts;
        int state = rule == null ? 0 : rule.stateOf(message);
        if (state != 0) {
            threads.execute(() -> Receipts.send(this, message, state));
        }
    }

    private void pause(int millis) {
        try {
            closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void drop(SMPPServerSession session) {
        Socket socket = sessions.remove(session);
        if (socket != null) {
            close(socket);
        }
    }

    private void answerGarbage(SMPPServerSession session) {
        Socket socket = sessions.get(session);
        if (socket != null) {
            try {
                byte[] garbage = new byte[GARBAGE];
                Arrays.fill(garbage, (byte) 0x7A);
                socket.getOutputStream().write(garbage);
                socket.getOutputStream().flush();
            } catch (IOException e) {
                close(socket);
            }
        }
        pause(LATE_MILLIS);
    }

    /** Drops every connection. */
    public void dropAll() {
        sessions.values().forEach(ShortMessageCentre::close);
        sessions.clear();
    }

    /** Sessions that a receipt can go to. */
    List<SMPPServerSession> receivers() {
        return sessions.keySet().stream()
                .filter(s -> s.getSessionState().isReceivable())
                .toList();
    }

    /** Ends all sessions. Harmless when called again. */
    @Override
    public void close() {
        closing.countDown();
        try {
            listener.close();
        } catch (IOException e) {
            // closed already
        }
        dropAll();
        threads.shutdownNow();
    }
}
