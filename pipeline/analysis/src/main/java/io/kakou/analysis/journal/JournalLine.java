package io.kakou.analysis.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.DatedLook;
import io.kakou.events.Alert;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import org.jspecify.annotations.Nullable;

/**
 * A line of a page: a letter, a space, and what it is. One field is set, or {@code lost} is more than 0.
 *
 * @param begun {@code B}, JSON: with what is judged from here on
 * @param left {@code M}, JSON: what the look above left and the next begins with
 * @param anew {@code N}, JSON: what the next look begins with where that is not what the look above left, or none is above
 * @param look {@code L}: a line of the look log and the time
 * @param alert {@code A}, JSON: what the look above raised or released
 * @param lost {@code X}: looks that were not kept here, because too many waited for the disk
 */
record JournalLine(
        @Nullable Begun begun,
        @Nullable Memory left,
        @Nullable Memory anew,
        @Nullable DatedLook look,
        @Nullable Alert alert,
        long lost) {
    static String of(Begun begun) {
        return "B " + json(begun);
    }

    static String left(Memory memory) {
        return "M " + json(memory);
    }

    static String anew(Memory memory) {
        return "N " + json(memory);
    }

    static String of(DatedLook look) {
        return "L " + look.line();
    }

    static String of(Alert alert) {
        return "A " + json(alert);
    }

    static String of(long lost) {
        return "X " + lost;
    }

    /**
     * Reads a line back; one of a letter that a newer release writes is nothing.
     *
     * @throws UnreadableRecord where its JSON is none
     * @throws IllegalArgumentException where the rest is none
     */
    static JournalLine read(String line) throws UnreadableRecord {
        String rest = line.length() < 2 ? "" : line.substring(2);
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case 'B' -> new JournalLine(Json.read(Begun.class, rest.getBytes(UTF_8)), null, null, null, null, 0);
            case 'M' -> new JournalLine(null, Json.read(Memory.class, rest.getBytes(UTF_8)), null, null, null, 0);
            case 'N' -> new JournalLine(null, null, Json.read(Memory.class, rest.getBytes(UTF_8)), null, null, 0);
            case 'L' -> new JournalLine(null, null, null, DatedLook.read(rest), null, 0);
            case 'A' -> new JournalLine(null, null, null, null, Json.read(Alert.class, rest.getBytes(UTF_8)), 0);
            case 'X' -> new JournalLine(null, null, null, null, null, Long.parseLong(rest));
            default -> new JournalLine(null, null, null, null, null, 0);
        };
    }

    private static String json(Record value) {
        return new String(Json.write(value), UTF_8);
    }
}
