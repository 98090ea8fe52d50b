package io.kakou.events.truck;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a number plate says (GA 36-2018), only so far that nothing else is taken for one. */
public final class Plate {
    private static final Pattern SAYS = Pattern.compile("[\\p{IsHan}A-Z0-9]{6,9}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s·•.-]");
    private static final int MOST_SHOWN = 40;

    private Plate() {}

    public static boolean is(@Nullable String text) {
        return text != null && SAYS.matcher(text).matches();
    }

    /** As people write it, without the dot or the gaps within, in capitals: {@code 浙a·12345} is 浙A12345. */
    public static String plain(String written) {
        return BETWEEN.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /**
     * Checks that a text may be one.
     *
     * @throws IllegalArgumentException naming the field, the value and what is allowed
     */
    public static String check(String what, @Nullable String text) {
        if (text == null || !is(text)) {
            String shown = text == null
                    ? "missing"
                    : '"'
                            + text.substring(0, Math.min(MOST_SHOWN, text.length()))
                                    .replaceAll("\\p{Cntrl}", "?")
                            + '"';
            throw new IllegalArgumentException(what + " is " + shown + "; allowed: a plate, as in 浙A12345");
        }
        return text;
    }
}
