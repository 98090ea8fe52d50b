package io.kakou.console.accounts;

import io.kakou.console.refusal.Refusal;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Rules for passwords, and their hashes: PBKDF2 with HMAC-SHA-512 (RFC 8018 §5.2). */
final class Passwords {
    static final int SHORTEST = 10;
    static final int LONGEST = 200;

    /** OWASP's figure for this function. */
    private static final int ROUNDS = 210_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final String FORM = "pbkdf2-sha512";

    /** Without letters and digits that people mistake for each other. */
    private static final String READABLE = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GENERATED = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Takes as long to check as any other, so that nobody learns who has an account. */
    private static final String NOBODY = hash("nobody has this password");

    private Passwords() {}

    /** 80 bits, to be typed once. */
    static String generate() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GENERATED; i++) {
            password.append(READABLE.charAt(RANDOM.nextInt(READABLE.length())));
        }
        return password.toString();
    }

    /**
     * Refuses what is no good password.
     *
     * @throws Refusal naming the rule
     */
    static void check(String user, String password, String field) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw Refusal.badField(
                    field,
                    "the password has " + password.length() + " characters; allowed: " + SHORTEST + " to " + LONGEST);
        }
        if (password.toLowerCase(Locale.ROOT).contains(user.toLowerCase(Locale.ROOT))) {
            throw Refusal.badField(field, "the password holds the user's name; allowed: one that does not");
        }
        if (password.chars().distinct().count() < SHORTEST / 2) {
            throw Refusal.badField(field, "the password repeats few characters; allowed: 5 different ones or more");
        }
    }

    static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return String.join(
                "$",
                FORM,
                String.valueOf(ROUNDS),
                base64.encodeToString(salt),
                base64.encodeToString(derive(password, salt, ROUNDS)));
    }

    static boolean matches(String password, String hash) {
        List<String> parts = List.of(hash.split("\\$", -1));
        byte[] expected = Base64.getDecoder().decode(parts.get(3));
        byte[] found = derive(password, Base64.getDecoder().decode(parts.get(2)), Integer.parseInt(parts.get(1)));
        return MessageDigest.isEqual(expected, found);
    }

    /** The same work as {@link #matches} for a name that is nobody's. */
    static void matchNobody(String password) {
        matches(password, NOBODY);
    }

    private static byte[] derive(String password, byte[] salt, int rounds) {
        try {
            PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, HASH_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2", e);
        }
    }
}
