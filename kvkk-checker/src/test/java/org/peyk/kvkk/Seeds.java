package org.peyk.kvkk;

import java.util.Random;

/** Random sources that can be had again: the seed is printed, and {@code -Dpeyk.seed=} sets it. */
public final class Seeds {

    private Seeds() {}

    /**
     * Makes a random source and prints its seed.
     *
     * @param test what it is for
     * @return the source
     */
    public static Random random(String test) {
        long seed = Long.getLong("peyk.seed", System.nanoTime());
        System.out.println(test + ": -Dpeyk.seed=" + seed);
        return new Random(seed);
    }
}
