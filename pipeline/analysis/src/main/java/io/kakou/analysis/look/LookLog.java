package io.kakou.analysis.look;

import java.util.List;

/** The log of looks as text, a line each: {@code frame seconds depth hash}, about 40 bytes. */
public final class LookLog {
    private LookLog() {}

    public static String line(LookEntry entry) {
        return entry.frame() + ' ' + entry.seconds() + ' ' + entry.depth().letter() + ' ' + entry.inputHash();
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
        if (words.length != 4 || words[2].length() != 1) {
            throw unreadable(line);
        }
        try {
            return new LookEntry(words[0], Double.parseDouble(words[1]), depth(line, words[2].charAt(0)), words[3]);
        } catch (NumberFormatException e) {
            throw unreadable(line);
        }
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
                "look log line \"" + line + "\"; allowed: frame seconds U|P|G|D hash, each behind one space");
    }
}
