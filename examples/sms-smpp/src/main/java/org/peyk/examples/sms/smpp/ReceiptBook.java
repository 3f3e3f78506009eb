package org.peyk.examples.sms.smpp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.peyk.examples.sms.smpp.Receipt.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which message_id of the centre belongs to which message of ours, and what the receipts say, in a file that outlives the process: a
 * receipt may come days later. The file holds no number and no text. One process at a time may have it open. Thread-safe.
 */
public final class ReceiptBook implements AutoCloseable {

    /** How long a message is remembered; centres try for a few days at most. */
    public static final Duration KEPT = Duration.ofDays(8);

    private static final Duration TIDIED = Duration.ofDays(1);

    /** Receipts that came before the answer they belong to; more than that is none of ours. */
    private static final int ORPHANS = 1_000;

    private static final int REFERENCES = 0x10000;
    private static final int HEX = 16;

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptBook.class);

    private final Clock clock;
    private final ReceiptFile file;
    private final Map<String, BookedMessage> byMessage = new HashMap<>();
    private final Map<String, BookedPart> byCentre = new HashMap<>();
    private final Map<Integer, BookedPart> byReference = new HashMap<>();
    private final Map<String, Receipt> orphans = new HashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();
    private int nextReference;
    private long nextEvidence = 1;
    private Instant tidied = Instant.MIN;

    /**
     * A part of a message.
     *
     * @param message the message
     * @param part which part, from 0
     */
    private record BookedPart(BookedMessage message, int part) {}

    /**
     * What receipts say about a whole message.
     *
     * @param number counts up
     * @param messageId the message
     * @param state delivered when all its parts are; else the failure of the first part that failed
     * @param error the network's error, or empty
     * @param at when it came
     */
    record Evidence(long number, String messageId, State state, String error, Instant at) {}

    private ReceiptBook(ReceiptFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * Opens a book, and forgets what is older than {@link #KEPT}.
     *
     * @param path its file; made when there is none
     * @param clock the time
     * @return the book
     * @throws IOException when it cannot be opened, or another process has it open
     */
    public static ReceiptBook open(Path path, Clock clock) throws IOException {
        ReceiptBook book = new ReceiptBook(ReceiptFile.open(path), clock);
        try {
            book.load();
            return book;
        } catch (IOException | RuntimeException e) {
            book.close();
            throw e;
        }
    }

    private synchronized void load() throws IOException {
        Instant oldest = clock.instant().minus(KEPT);
        List<String[]> kept = new ArrayList<>();
        for (String[] line : file.lines()) {
            if (line[0].equals("N")) {
                nextEvidence = Math.max(nextEvidence, Long.parseLong(line[1]));
                nextReference = Integer.parseInt(line[2]);
            } else if (Instant.ofEpochMilli(Long.parseLong(line[1])).isAfter(oldest)) {
                take(line);
                kept.add(line);
            }
        }
        kept.add(0, new String[] {"N", String.valueOf(nextEvidence), String.valueOf(nextReference)});
        file.rewrite(kept);
        tidied = clock.instant();
    }

    /** What is forgotten at the opening is forgotten in a process that runs for months as well. */
    private void tidy() {
        if (clock.instant().isBefore(tidied.plus(TIDIED))) {
            return;
        }
        byMessage.clear();
        byCentre.clear();
        byReference.clear();
        orphans.clear();
        evidence.clear();
        try {
            load();
        } catch (IOException e) {
            LOG.warn("the receipt book could not be tidied: {}", e.getClass().getSimpleName());
        }
    }

    /** A line as it was written by the methods below: kind, time, message, and more. */
    private void take(String[] line) {
        Instant at = Instant.ofEpochMilli(Long.parseLong(line[1]));
        switch (line[0]) {
            case "L" -> leave(line[2], line[5], Integer.parseInt(line[3]), Integer.parseInt(line[4]));
            case "T" -> {
                BookedMessage message = byMessage.get(line[2]);
                if (message != null) {
                    byCentre.put(line[4], new BookedPart(message, Integer.parseInt(line[3])));
                }
            }
            case "R" -> {
                BookedMessage message = byMessage.get(line[2]);
                if (message != null) {
                    message.put(Integer.parseInt(line[3]), State.valueOf(line[4]));
                }
            }
            case "E" -> {
                Evidence e = new Evidence(Long.parseLong(line[3]), line[2], State.valueOf(line[4]), line[5], at);
                evidence.add(e);
                nextEvidence = Math.max(nextEvidence, e.number() + 1);
                BookedMessage message = byMessage.get(line[2]);
                if (message != null) {
                    message.tell();
                }
            }
            default -> LOG.warn("a line of the receipt book is of an unknown kind and is left out");
        }
    }

    private void leave(String messageId, String mark, int parts, int first) {
        BookedMessage message = byMessage.computeIfAbsent(messageId, id -> new BookedMessage(id, mark, parts));
        for (int i = 0; i < parts; i++) {
            byReference.put((first + i) % REFERENCES, new BookedPart(message, i));
        }
        nextReference = (first + parts) % REFERENCES;
    }

    /**
     * A message is about to leave.
     *
     * @return the reference of its first part; those of the others follow. Null when the book cannot be written, and no receipt is to be asked for
     */
    synchronized @Nullable Integer leaving(String messageId, String digits, int parts) {
        tidy();
        int first = nextReference;
        String mark = BookedMessage.mark(messageId, digits);
        if (!write(false, "L", now(), messageId, String.valueOf(parts), String.valueOf(first), mark)) {
            return null;
        }
        leave(messageId, mark, parts, first);
        return first;
    }

    /** The centre took a part. */
    synchronized void taken(String messageId, int part, @Nullable String centreId) {
        BookedMessage message = byMessage.get(messageId);
        if (message == null || centreId == null || centreId.isEmpty()) {
            return;
        }
        write(false, "T", now(), messageId, String.valueOf(part), centreId);
        byCentre.put(centreId, new BookedPart(message, part));
        Receipt early = orphans.remove(centreId);
        if (early != null) {
            received(early);
        }
    }

    /** A receipt came; false when it could not be stored and has to come again. */
    synchronized boolean received(Receipt receipt) {
        BookedPart part = find(receipt);
        if (part == null) {
            if (orphans.size() < ORPHANS) {
                orphans.put(receipt.id(), receipt);
            }
            return true;
        }
        BookedMessage message = part.message();
        boolean tells = receipt.state() == State.DELIVERED || receipt.state().failed();
        if (!tells || message.known(part.part())) {
            return true;
        }
        String word = receipt.state().name();
        if (!write(true, "R", now(), message.id(), String.valueOf(part.part()), word)) {
            return false;
        }
        message.put(part.part(), receipt.state());
        return message.told() || conclude(message, part.part(), receipt);
    }

    private boolean conclude(BookedMessage message, int part, Receipt receipt) {
        if (!receipt.state().failed() && !message.delivered()) {
            return true;
        }
        Evidence e = new Evidence(nextEvidence, message.id(), receipt.state(), receipt.error(), clock.instant());
        if (!write(
                true,
                "E",
                now(),
                message.id(),
                String.valueOf(e.number()),
                e.state().name(),
                e.error())) {
            message.forget(part);
            return false;
        }
        message.tell();
        evidence.add(e);
        nextEvidence++;
        return true;
    }

    /** By message_id; for a message that was never answered, by the reference that we gave it and the number it went to. */
    private @Nullable BookedPart find(Receipt receipt) {
        for (String id : spellings(receipt.id())) {
            BookedPart part = byCentre.get(id);
            if (part != null) {
                return part;
            }
        }
        BookedPart part = receipt.reference() == null ? null : byReference.get(receipt.reference());
        return part != null && part.message().wentTo(receipt.digits()) ? part : null;
    }

    /** Some centres write a message_id in hexadecimal when they answer and in decimal in the text of a receipt, or the other way round. */
    private static List<String> spellings(String id) {
        List<String> spellings = new ArrayList<>(List.of(id));
        try {
            if (id.matches("[0-9]{1,18}")) {
                String hex = Long.toHexString(Long.parseLong(id));
                spellings.addAll(List.of(hex, hex.toUpperCase(Locale.ROOT)));
            }
            if (id.matches("[0-9A-Fa-f]{1,15}")) {
                spellings.add(String.valueOf(Long.parseLong(id, HEX)));
            }
        } catch (NumberFormatException e) {
            return List.of(id);
        }
        return spellings;
    }

    /** Evidence after a number, oldest first. */
    synchronized List<Evidence> after(long number, int limit) {
        return evidence.stream().filter(e -> e.number() > number).limit(limit).toList();
    }

    private String now() {
        return String.valueOf(clock.instant().toEpochMilli());
    }

    private boolean write(boolean durable, String... fields) {
        try {
            file.append(durable, fields);
            return true;
        } catch (IOException e) {
            LOG.warn("the receipt book could not be written: {}", e.getClass().getSimpleName());
            return false;
        }
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
