package io.kakou.benchmarks;

import io.kakou.analysis.track.Tracker;
import io.kakou.analysis.track.TrackerSettings;
import io.kakou.analysis.track.Tracks;
import io.kakou.models.Box;
import io.kakou.models.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One look of a camera with so many people walking to and fro, two looks a second. Nobody else's does the same work. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class TrackBenchmark {
    private static final double LOOK_SECONDS = 0.5;
    /** After so many looks everybody is where they were. */
    private static final int LOOKS = 120;

    @Param({"1", "10", "50"})
    public int people;

    private final Tracker tracker = new Tracker(TrackerSettings.DEFAULT);
    private final List<List<Detection>> looks = new ArrayList<>();
    private Tracks tracks = Tracks.NONE;
    private int look;

    @Setup
    public void walk() {
        for (int i = 0; i < LOOKS; i++) {
            double turn = 2 * Math.PI * i / LOOKS;
            List<Detection> seen = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                seen.add(person(person, turn));
            }
            looks.add(seen);
        }
    }

    private static Detection person(int number, double turn) {
        int column = number % 10;
        int row = number / 10;
        double left = 0.02 + column * 0.09 + 0.03 * Math.sin(turn + number);
        double top = 0.05 + row * 0.17 + 0.01 * Math.cos(turn + number);
        return new Detection("person", 0.6 + 0.03 * column, Box.clipped(left, top, left + 0.05, top + 0.16));
    }

    @Benchmark
    public Tracks track() {
        tracks = tracker.step(tracks, tracks.seconds() + LOOK_SECONDS, looks.get(look++ % LOOKS));
        return tracks;
    }
}
