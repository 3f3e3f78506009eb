package org.peyk.spi.tck;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Files that are not what they should be. */
final class Damage {
    /** The time given to a hostile file. */
    static final Duration TIME = Duration.ofSeconds(2);

    /** A text as long as this says something of its own. */
    static final int TELLING_CHARACTERS = 10;

    /** Fixed, so that a failure repeats. */
    private static final long SEED = 1907;

    private static final int FLIPPED = 12;

    private Damage() {}

    /** Files of no kind that holds text: a picture, a program, noise. */
    static List<TrickyBytes> foreign() {
        byte[] noise = new byte[4_000];
        new Random(SEED).nextBytes(noise);
        noise[0] = 1;
        return List.of(
                TrickyBytes.of(join(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, noise)),
                TrickyBytes.of(join(new byte[] {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0}, noise)),
                TrickyBytes.of(noise));
    }

    /** The beginning of a file: a quarter, half, three quarters, all but the last byte, nothing. */
    static List<byte[]> cut(byte[] whole) {
        int n = whole.length;
        return List.of(
                Arrays.copyOf(whole, n / 4),
                Arrays.copyOf(whole, n / 2),
                Arrays.copyOf(whole, n - n / 4),
                Arrays.copyOf(whole, n - 1),
                new byte[0]);
    }

    static byte[] half(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    /** The file with bytes changed at random places, and with noise after its beginning. */
    static List<byte[]> changed(byte[] whole) {
        Random random = new Random(SEED);
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < FLIPPED; i++) {
            byte[] copy = whole.clone();
            int flips = 1 << (i / 2);
            for (int f = 0; f < flips; f++) {
                copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
            }
            all.add(copy);
        }
        byte[] noise = new byte[200_000];
        random.nextBytes(noise);
        all.add(join(Arrays.copyOf(whole, Math.min(512, whole.length)), noise));
        all.add(join(whole, noise));
        all.add(join(
                whole,
                "\n<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///dev/zero'>]><a>&b;</a>\n"
                        .repeat(50)
                        .getBytes(StandardCharsets.US_ASCII)));
        return all;
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
