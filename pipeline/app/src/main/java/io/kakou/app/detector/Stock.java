package io.kakou.app.detector;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the stock detector looks at streets and roads. Lifts and gates are looked at in floats, as their heads want it. */
public enum Stock {
    /** 300×300 in floats. */
    FLOAT,
    /** 300×300 in whole numbers of 8 bits: 0.64 of the time, a little less accurate. */
    INT8,
    /** The same, and a second look at 640×480 for small things: people far away, at 2.4 times the time of floats. */
    FINE;

    /** As people write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its word. */
    public static Optional<Stock> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    /** All words, for people. */
    public static String words() {
        return Arrays.stream(values()).map(Stock::word).collect(Collectors.joining(", "));
    }
}
