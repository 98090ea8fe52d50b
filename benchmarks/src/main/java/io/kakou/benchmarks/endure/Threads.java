package io.kakou.benchmarks.endure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The threads of a JVM, dump by dump. One is stuck that in three dumps in a row stands at the same place, not waiting:
 * in native code or behind a lock that nobody gives back without using its core, or on and on using all of it.
 */
final class Threads {
    private static final int DUMPS = 3;
    private static final double IDLE_SHARE = 0.01;
    private static final double SPIN_SHARE = 0.9;
    private static final Pattern HEAD =
            Pattern.compile("^\"(.*)\" .*\\bcpu=([0-9.]+)ms elapsed=([0-9.]+)s tid=(0x[0-9a-f]+) .*");
    private static final Pattern STATE = Pattern.compile("^ +java\\.lang\\.Thread\\.State: ([A-Z_]+).*");
    /** HotSpot calls these running: they wait in the kernel for something to come. */
    private static final Pattern WAITS_IN_KERNEL = Pattern.compile(
            "at (sun\\.nio\\.ch\\.|java\\.net\\.|java\\.io\\.|io\\.netty\\.channel\\.epoll\\.Native"
                    + "|java\\.lang\\.ProcessHandleImpl|java\\.lang\\.ref\\.Reference|jdk\\.internal\\.misc\\.Signal).*");

    private final Map<String, Standing> before = new HashMap<>();

    /** One thread of a dump. */
    record Seen(String name, String id, String state, double cpuMillis, double elapsedSeconds, List<String> stack) {
        /** Whether it is neither waiting for others nor for something to come. */
        boolean works() {
            boolean awake = state.equals("RUNNABLE") || state.equals("BLOCKED");
            return awake
                    && !stack.isEmpty()
                    && !WAITS_IN_KERNEL.matcher(stack.get(0)).matches();
        }
    }

    /** Where one was, since so many dumps. */
    private record Standing(Seen seen, int dumps) {
        boolean goesOn(Seen now) {
            double spent = now.cpuMillis - seen.cpuMillis;
            double share = spent / 1000 / Math.max(0.001, now.elapsedSeconds - seen.elapsedSeconds);
            boolean there = now.state.equals(seen.state) && now.stack.equals(seen.stack);
            return there && (share < IDLE_SHARE || share > SPIN_SHARE);
        }
    }

    /**
     * Takes a dump; the names of those that are stuck, with where.
     *
     * @param dump as {@code jcmd PID Thread.print} writes it
     */
    List<String> stuck(String dump) {
        List<String> stuck = new ArrayList<>();
        Map<String, Standing> now = new HashMap<>();
        for (Seen seen : read(dump)) {
            if (seen.works()) {
                Standing was = before.get(seen.id);
                int dumps = was != null && was.goesOn(seen) ? was.dumps + 1 : 1;
                now.put(seen.id, new Standing(seen, dumps));
                if (dumps == DUMPS) {
                    stuck.add(seen.name + ' ' + seen.stack.get(0));
                }
            }
        }
        before.clear();
        before.putAll(now);
        return stuck;
    }

    static List<Seen> read(String dump) {
        List<Seen> all = new ArrayList<>();
        String state = "";
        List<String> stack = new ArrayList<>();
        Matcher head = null;
        for (String line : (dump + "\n\"end\"").lines().toList()) {
            if (line.startsWith("\"")) {
                if (head != null) {
                    all.add(seen(head, state, stack));
                }
                Matcher next = HEAD.matcher(line);
                head = next.matches() ? next : null;
                state = "";
                stack = new ArrayList<>();
            }
            Matcher told = STATE.matcher(line);
            state = told.matches() ? told.group(1) : state;
            if (line.startsWith("\tat ")) {
                stack.add(line.strip());
            }
        }
        return all;
    }

    private static Seen seen(Matcher head, String state, List<String> stack) {
        return new Seen(
                head.group(1),
                head.group(4),
                state,
                Double.parseDouble(head.group(2)),
                Double.parseDouble(head.group(3)),
                List.copyOf(stack));
    }
}
