package io.kakou.models.weights;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as 64 lower-case hexadecimal digits. */
public final class Sha256 {
    private Sha256() {}

    /** The hash of all bytes. */
    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Refuses bytes with another hash.
     *
     * @param what the bytes are, for the message
     */
    static void verify(String what, byte[] bytes, String expected) throws WeightsUnavailable {
        String actual = of(bytes);
        if (!actual.equals(expected)) {
            throw new WeightsUnavailable(
                    what + " (" + bytes.length + " bytes) has SHA-256 " + actual + "; allowed: " + expected);
        }
    }
}
