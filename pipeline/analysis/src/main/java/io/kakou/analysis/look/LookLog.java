package io.kakou.analysis.look;

import io.kakou.events.EventKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The log of looks as text, a line each: {@code frame seconds depth hash}, about 40 bytes, and behind it the events that a
 * person had switched off, {@code LOST_CHILD,DUMPING}, where there were any.
 */
public final class LookLog {
    private LookLog() {}

    public static String line(LookEntry entry) {
        return entry.frame()
                + ' '
                + entry.seconds()
                + ' '
                + entry.depth().letter()
                + ' '
                + entry.inputHash()
                + braked(entry.braked());
    }

    private static String braked(Set<EventKind> kinds) {
        return kinds.isEmpty()
                ? ""
                : kinds.stream().map(EventKind::name).sorted().collect(Collectors.joining(",", " ", ""));
    }

    /**
     * Reads a log back; the doubles are the very ones that were written.
     *
     * @throws IllegalArgumentException naming the first line that is none
     */
    public static List<LookEntry> read(List<String> lines) {
        return lines.stream().map(LookLog::entry).toList();
    }

    private static LookEntry entry(String line) {
        String[] words = line.split(" ", -1);
        if (words.length < 4 || words.length > 5 || words[2].length() != 1) {
            throw unreadable(line);
        }
        try {
            double seconds = Double.parseDouble(words[1]);
            Set<EventKind> braked = words.length == 4 ? Set.of() : kinds(words[4]);
            return new LookEntry(words[0], seconds, depth(line, words[2].charAt(0)), words[3], braked);
        } catch (IllegalArgumentException e) {
            throw unreadable(line);
        }
    }

    private static Set<EventKind> kinds(String word) {
        return Arrays.stream(word.split(",", -1)).map(EventKind::valueOf).collect(Collectors.toSet());
    }

    private static Depth depth(String line, char letter) {
        for (Depth depth : Depth.values()) {
            if (depth.letter() == letter) {
                return depth;
            }
        }
        throw unreadable(line);
    }

    private static IllegalArgumentException unreadable(String line) {
        return new IllegalArgumentException(
                "look log line \"" + line + "\"; allowed: frame seconds U|P|G|D hash [kinds], each behind one space");
    }
}
