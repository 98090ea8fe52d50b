package io.kakou.console.trucks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The tables that are taken over: each with one to begin with, in CSV, whose lines are examples. */
public enum TruckTable {
    /** Transport permits; adds and changes by number. */
    PERMITS,
    /** Sites and tips; likewise. */
    SITES,
    /** Location reports of on-board terminals. */
    POSITIONS;

    /** As it is written on a command line, and in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A table to begin with. */
    public String template() {
        String name = word() + ".csv";
        try (InputStream file = TruckTable.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not in this build");
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " of this build", e);
        }
    }
}
