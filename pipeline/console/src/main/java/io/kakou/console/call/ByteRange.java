package io.kakou.console.call;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a file is asked for (RFC 9110 §14). Several ranges at once, and what is no range of bytes, ask for all of it,
 * which §14.2 allows.
 *
 * @param from first byte
 * @param length how many; 0 where none of them is there
 * @param total of the file
 */
public record ByteRange(long from, long length, long total) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * What a request asks for.
     *
     * @param header {@code Range}, or null
     */
    public static ByteRange of(@Nullable String header, long total) {
        Matcher range = ONE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || range.group().equals("bytes=-")) {
            return new ByteRange(0, total, total);
        }
        if (range.group(1).isEmpty()) {
            long last = Math.min(total, Long.parseLong(range.group(2)));
            return new ByteRange(total - last, last, total);
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2).isEmpty() ? total - 1 : Math.min(total - 1, Long.parseLong(range.group(2)));
        boolean backwards = !range.group(2).isEmpty() && Long.parseLong(range.group(2)) < from;
        if (backwards) {
            return new ByteRange(0, total, total);
        }
        return new ByteRange(from, Math.max(0, to - from + 1), total);
    }

    /** Whether any of it is there. */
    public boolean isThere() {
        return length > 0;
    }

    /** Whether it is less than all. */
    public boolean isPart() {
        return length < total;
    }

    /** {@code Content-Range}, §14.4. */
    String said() {
        return isThere() ? "bytes " + from + '-' + (from + length - 1) + '/' + total : "bytes */" + total;
    }
}
