package io.kakou.benchmarks.watch;

import io.kakou.events.EventKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IntSummaryStatistics;

/**
 * When a truck that was laid over a film is seen in it, from the table beside it: {@code frame,class,x,y,w,h}, in pixels of
 * 640 across.
 *
 * @param from in seconds of the film, and {@code to}: from a width on at which a person tells what it is
 */
record TruckPass(double from, double to) {
    /** The clip's own rate. */
    private static final double FRAMES_A_SECOND = 24.013;
    /** Narrower, nobody tells what it is. */
    private static final int LEAST_WIDTH = 60;

    static TruckPass read(Path table) throws IOException {
        IntSummaryStatistics frames = Files.readAllLines(table).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(words -> Integer.parseInt(words[4]) >= LEAST_WIDTH)
                .mapToInt(words -> Integer.parseInt(words[0]))
                .summaryStatistics();
        return new TruckPass(frames.getMin() / FRAMES_A_SECOND, frames.getMax() / FRAMES_A_SECOND);
    }

    /** The event, where the film is shown faster behind other pictures. */
    Planted planted(double behind, double speed) {
        return new Planted(EventKind.MUCK_TRUCK, behind + from / speed, behind + to / speed);
    }
}
