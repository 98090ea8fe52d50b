package io.kakou.benchmarks.endure;

import io.kakou.rtsp.simulate.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Cameras that have the same fault; of sixty, half have none. */
enum Group {
    HEALTHY(30, null),
    /** Closes the connection after four minutes of each session. */
    DROPS(6, "drop:240"),
    /** Hangs for 5 s of every 100: the session stands. */
    STALLS(3, "stall:5:100"),
    /** Hangs for 30 s of every 400, longer than a session waits. */
    HANGS(3, "stall:30:400"),
    LOSS(3, "loss:0.002"),
    LYING_RTP(2, "lying-rtp"),
    LYING_FRAMES(2, "lying-frames"),
    TORN_SETS(2, "torn-sets"),
    /** Its clock, not its pictures' time, goes half a minute forward every two. */
    CLOCK_JUMPS(2, "clock-jump:30:120"),
    /** Both gain 1.8 s an hour. */
    CLOCK_DRIFT(2, "clock-drift:500"),
    /** Pictures of another size, and other parameter sets, every 20 s. */
    SIZES(5, null);

    private static final int SHARES =
            Arrays.stream(values()).mapToInt(group -> group.share).sum();

    private final int share;
    private final @Nullable String fault;

    Group(int share, @Nullable String fault) {
        this.share = share;
        this.fault = fault;
    }

    /**
     * Whose camera is.
     *
     * @param number from 1
     */
    static Group of(int number) {
        // 7 and 60 have no factor in common: any row of cameras has some of each group.
        int place = 7 * number % SHARES;
        for (Group group : values()) {
            if (place < group.share) {
                return group;
            }
            place -= group.share;
        }
        throw new IllegalStateException("shares do not add up");
    }

    /** The faults of a street. */
    static List<Fault> faults(int cameras) {
        List<Fault> faults = new ArrayList<>();
        for (Group group : values()) {
            String text = group.fault;
            List<Integer> numbers = IntStream.rangeClosed(1, cameras)
                    .filter(number -> of(number) == group)
                    .boxed()
                    .toList();
            if (text != null && !numbers.isEmpty()) {
                Fault plain = Fault.parse(text);
                faults.add(new Fault(plain.kind(), plain.values(), 0, numbers));
            }
        }
        return faults;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
