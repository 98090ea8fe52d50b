package io.kakou.benchmarks.process;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code /proc/PID/smaps} says of a process's memory (proc(5)). */
final class Mappings {
    private static final Pattern MAPPING = Pattern.compile("^([0-9a-f]+)-([0-9a-f]+) .*");
    private static final Pattern RESIDENT = Pattern.compile("^Rss:\\s+([0-9]+) kB$");

    private Mappings() {}

    /** Of the mappings that begin in a span of addresses, so many KiB are in memory. */
    static long residentKiB(List<String> lines, long from, long to) {
        long sum = 0;
        boolean inside = false;
        for (String line : lines) {
            Matcher mapping = MAPPING.matcher(line);
            Matcher resident = RESIDENT.matcher(line);
            if (mapping.matches()) {
                long begins = Long.parseUnsignedLong(mapping.group(1), 16);
                inside = begins >= from && begins < to;
            } else if (inside && resident.matches()) {
                sum += Long.parseLong(resident.group(1));
            }
        }
        return sum;
    }
}
