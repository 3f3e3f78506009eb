package org.peyk.examples.benchmarks.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;

/**
 * One connection to the sink. Answers are gathered while there is input that has not been looked at, as PIPELINING asks of a server, and the
 * end of a message is searched for by jumps, so that the sink costs less than what is measured.
 */
final class SinkConnection {
    private static final byte[] END = {'\r', '\n', '.', '\r', '\n'};
    private static final int[] JUMP = new int[256];

    private static final byte[] OK = ascii("250 2.0.0 ok\r\n");
    private static final byte[] GO_AHEAD = ascii("354 go ahead\r\n");
    private static final byte[] BYE = ascii("221 2.0.0 bye\r\n");
    private static final byte[] UNKNOWN = ascii("502 5.5.1 unknown\r\n");
    private static final byte[] HELLO =
            ascii("250-sink.invalid\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-CHUNKING\r\n250 SIZE 52428800\r\n");

    static {
        Arrays.fill(JUMP, END.length);
        JUMP['\r'] = 1;
        JUMP['.'] = 2;
        JUMP['\n'] = 3;
    }

    private final InputStream in;
    private final OutputStream out;
    private final LongAdder messages;
    private final LongAdder bytes;
    private final byte[] input = new byte[128 * 1024];
    private final byte[] output = new byte[16 * 1024];
    private int next;
    private int end;
    private int waiting;

    SinkConnection(Socket socket, LongAdder messages, LongAdder bytes) throws IOException {
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.messages = messages;
        this.bytes = bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void run() throws IOException {
        answer(ascii("220 sink.invalid ESMTP\r\n"));
        while (true) {
            int line = line();
            if (line < 0) {
                return;
            }
            if (!command(line)) {
                flush();
                return;
            }
        }
    }

    private boolean command(int at) throws IOException {
        switch (input[at] & ~0x20) {
            case 'E':
                answer(HELLO);
                break;
            case 'H', 'M', 'N':
                answer(OK);
                break;
            case 'R':
                answer(OK);
                break;
            case 'D':
                answer(GO_AHEAD);
                content();
                messages.increment();
                answer(OK);
                break;
            case 'B':
                chunk(at);
                break;
            case 'Q':
                answer(BYE);
                return false;
            default:
                answer(UNKNOWN);
                break;
        }
        return true;
    }

    private void chunk(int at) throws IOException {
        String[] words = new String(input, at, next - at, StandardCharsets.US_ASCII)
                .strip()
                .split(" ");
        long left = Long.parseLong(words[1]);
        bytes.add(left);
        while (left > 0) {
            if (next == end) {
                fill(end);
            }
            int some = (int) Math.min(left, end - next);
            next += some;
            left -= some;
        }
        if (words.length > 2) {
            messages.increment();
        }
        answer(OK);
    }

    /** Reads up to the end of a message. The line end of the command before it may belong to it. */
    private void content() throws IOException {
        int from = next - 2;
        long passed = -next;
        int last = from + END.length - 1;
        while (true) {
            while (last < end) {
                byte b = input[last];
                if (b == '\n' && Arrays.equals(input, last - 4, last + 1, END, 0, END.length)) {
                    next = last + 1;
                    bytes.add(passed + next);
                    return;
                }
                last += JUMP[b & 0xFF];
            }
            int keep = Math.max(0, Math.min(end, last - 4));
            passed += keep;
            last -= keep;
            fill(keep);
        }
    }

    /** The beginning of the next line; what comes behind it is next then. Or -1 at the end. */
    private int line() throws IOException {
        int begin = next;
        while (true) {
            for (int i = next; i < end; i++) {
                if (input[i] == '\n') {
                    next = i + 1;
                    return begin;
                }
            }
            next = end;
            int kept = end - begin;
            try {
                fill(begin);
            } catch (EndException e) {
                return -1;
            }
            begin = 0;
            next = kept;
        }
    }

    /** Reads more behind what is kept, which moves to the front. */
    private void fill(int keepFrom) throws IOException {
        flush();
        int kept = end - keepFrom;
        System.arraycopy(input, keepFrom, input, 0, kept);
        next = kept;
        end = kept;
        int n = in.read(input, end, input.length - end);
        if (n <= 0) {
            throw new EndException();
        }
        end += n;
    }

    private void answer(byte[] reply) throws IOException {
        if (waiting + reply.length > output.length) {
            flush();
        }
        System.arraycopy(reply, 0, output, waiting, reply.length);
        waiting += reply.length;
    }

    private void flush() throws IOException {
        if (waiting > 0) {
            out.write(output, 0, waiting);
            waiting = 0;
        }
    }

    /** The other side closed. */
    private static final class EndException extends IOException {
        private static final long serialVersionUID = 1;

        EndException() {
            super("closed");
        }
    }
}
