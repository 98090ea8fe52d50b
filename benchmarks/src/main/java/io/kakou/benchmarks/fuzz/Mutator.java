package io.kakou.benchmarks.fuzz;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Spoils real bytes a little: so little that a reader comes far before it meets what is wrong. */
final class Mutator {
    private static final int MOST_STEPS = 6;
    private static final int LONGEST = 16 * 1024;
    private static final byte[] TELLING = {
        0, 1, 0x7f, (byte) 0x80, (byte) 0xff, '$', '\r', '\n', ' ', '=', ',', '"', '9'
    };

    private final SplittableRandom chance;

    Mutator(SplittableRandom chance) {
        this.chance = chance;
    }

    /** Another's bytes are taken from {@code other}. */
    byte[] spoil(byte[] real, byte[] other) {
        byte[] spoilt = real.clone();
        for (int steps = 1 + chance.nextInt(MOST_STEPS); steps > 0; steps--) {
            if (spoilt.length < 2 || spoilt.length > LONGEST) {
                return spoilt;
            }
            spoilt = step(spoilt, other);
        }
        return spoilt;
    }

    private byte[] step(byte[] bytes, byte[] other) {
        int at = chance.nextInt(bytes.length);
        switch (chance.nextInt(8)) {
            case 0 -> bytes[at] ^= (byte) (1 << chance.nextInt(8));
            case 1 -> bytes[at] = TELLING[chance.nextInt(TELLING.length)];
            case 2 -> bytes[at] = (byte) chance.nextInt(256);
            case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + chance.nextInt(4)), telling());
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 5 -> {
                return spliced(bytes, at, new byte[0], at + chance.nextInt(bytes.length - at));
            }
            case 6 -> {
                return spliced(bytes, at, Arrays.copyOfRange(bytes, at, at + chance.nextInt(bytes.length - at)), at);
            }
            default -> {
                int from = chance.nextInt(other.length);
                byte[] piece = Arrays.copyOfRange(other, from, from + chance.nextInt(other.length - from));
                return spliced(bytes, at, piece, at);
            }
        }
        return bytes;
    }

    private byte telling() {
        return TELLING[chance.nextInt(TELLING.length)];
    }

    /** The bytes before {@code at}, the piece, and those from {@code on}. */
    private static byte[] spliced(byte[] bytes, int at, byte[] piece, int on) {
        byte[] whole = Arrays.copyOf(bytes, at + piece.length + bytes.length - on);
        System.arraycopy(piece, 0, whole, at, piece.length);
        System.arraycopy(bytes, on, whole, at + piece.length, bytes.length - on);
        return whole;
    }
}
