package org.peyk.internal.plugin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.peyk.spi.PersonId;
import org.peyk.spi.Sha256;

/**
 * A set of persons in 8 to 16 bytes each: the first 64 bits of the SHA-256 of their ids, in an open-addressing table. Among a million
 * persons the chance that any two are taken for one is below one in thirty million. Not thread-safe.
 */
public final class PersonSet {

    private static final int FIRST_CAPACITY = 1 << 10;

    private final MessageDigest digest = Sha256.algorithm();
    private long[] table = new long[FIRST_CAPACITY];
    private int size;

    /** Adds a person; says whether it is new. */
    public boolean add(PersonId person) {
        if (!put(table, hash(person))) {
            return false;
        }
        size++;
        if (size > table.length / 2) {
            grow();
        }
        return true;
    }

    public boolean contains(PersonId person) {
        long hash = hash(person);
        int i = slot(table, hash);
        return table[i] == hash;
    }

    public int size() {
        return size;
    }

    private void grow() {
        long[] larger = new long[table.length * 2];
        for (long hash : table) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        table = larger;
    }

    private static boolean put(long[] table, long hash) {
        int i = slot(table, hash);
        if (table[i] == hash) {
            return false;
        }
        table[i] = hash;
        return true;
    }

    /** The place of a hash, or the free one where it belongs. */
    private static int slot(long[] table, long hash) {
        int mask = table.length - 1;
        int i = (int) hash & mask;
        while (table[i] != 0 && table[i] != hash) {
            i = (i + 1) & mask;
        }
        return i;
    }

    private long hash(PersonId person) {
        long hash = ByteBuffer.wrap(digest.digest(person.value().getBytes(StandardCharsets.UTF_8)))
                .getLong();
        return hash == 0 ? 1 : hash; // 0 marks a free place
    }
}
