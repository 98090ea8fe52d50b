package io.kakou.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Identifiers: opaque names of 1 to 64 letters, digits, dots, underscores and hyphens, hashes that make them, and papers' numbers. */
public final class Id {
    private static final int LONGEST = 64;
    private static final int MOST_PARTS = 8;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]");
    private static final Pattern PAPER = Pattern.compile("[\\p{L}\\p{N}._#()\\[\\]（）〔〕【】-]{1," + LONGEST + "}");
    private static final int HASH_BYTES = 16;
    private static final int MOST_SHOWN = 80;

    private Id() {}

    /**
     * Checks a plain id.
     *
     * @param what the field, for the message
     * @throws IllegalArgumentException naming the field, the value and what is allowed
     */
    public static String plain(String what, @Nullable String value) {
        return checked(each -> isId(each, 1), what, value, "1 to 64 of A-Z a-z 0-9 . _ -");
    }

    /** Checks a compound id: up to eight plain ids joined by {@code ~}, as in an incident's id. */
    public static String compound(String what, @Nullable String value) {
        return checked(
                each -> isId(each, MOST_PARTS),
                what,
                value,
                "1 to 8 ids of A-Z a-z 0-9 . _ - (64 at most each) joined by ~");
    }

    /**
     * Checks the number of a paper as an office writes it, such as {@code 杭运〔2026〕31号}.
     *
     * @throws IllegalArgumentException naming the field, the value and what is allowed
     */
    public static String paper(String what, @Nullable String value) {
        return checked(
                each -> PAPER.matcher(each).matches(),
                what,
                value,
                "1 to 64 letters and digits of any script, and . _ - # ( ) [ ] （ ） 〔 〕 【 】");
    }

    /**
     * An id that is the same wherever the same parts are hashed: 128 bits of SHA-256 as 32 hex digits. Every part is
     * preceded by its length, so that ("ab","c") and ("a","bc") differ.
     */
    public static String hash(String... parts) {
        MessageDigest digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
    }

    private static String checked(Predicate<String> isIt, String what, @Nullable String value, String allowed) {
        if (value == null) {
            throw new IllegalArgumentException(what + " is missing; allowed: " + allowed);
        }
        if (!isIt.test(value)) {
            throw new IllegalArgumentException(what + " \"" + shown(value) + "\" is not an id; allowed: " + allowed);
        }
        return value;
    }

    /** By hand: every record that is read checks several, and a regular expression takes longer than the reading. */
    private static boolean isId(String value, int mostParts) {
        int parts = 1;
        int length = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '~' && length > 0 && parts < mostParts) {
                parts++;
                length = 0;
            } else if (isPlain(c) && length < LONGEST) {
                length++;
            } else {
                return false;
            }
        }
        return length > 0;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || c == '.'
                || c == '_'
                || c == '-';
    }

    /** A message stays one readable line, whatever was offered as an id. */
    private static String shown(String value) {
        String line = CONTROL.matcher(value).replaceAll("?");
        return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…";
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
