package io.kakou.benchmarks;

import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.gate.Gate;
import io.kakou.analysis.gate.GateState;
import io.kakou.analysis.gate.GreyPicture;
import io.kakou.models.Size;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Each small grey picture of a film compared with the one before it, beside the nearest that ffmpeg has: difference,
 * limit, a vote of each pixel's 3×3 neighbours, and how many are left. It does not take out a change of light, which ours
 * does. ({@code freezedetect} costs a few µs; it knows the mean difference alone, in which a small thing drowns.)
 */
@BenchmarkMode(Mode.SingleShotTime)
@Fork(1)
@Warmup(iterations = 6)
@Measurement(iterations = 9)
public class GateBenchmark {
    private static final String VOTE = "tblend=all_mode=difference,lutyuv=y=if(gt(val\\,12)\\,255\\,0),"
            + "convolution=0m=1 1 1 1 1 1 1 1 1:0rdiv=1/9,blackdetect=d=9999:pix_th=0.55";

    /** The film's small pictures, on the Java side and as a file. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH calls the set-up.
    public static class Small {
        /** So that a process has something to do: the pictures over and over. */
        private static final int TIMES = 10;

        private final List<GreyPicture> pictures = new ArrayList<>();
        private Path raw;

        @Setup
        public void shrink(Film film) throws Exception {
            try (Scaler scaler = new Scaler(Scaler.GREY)) {
                film.micros(film.frames, frame -> pictures.add(scaler.grey(frame)));
            }
            raw = Files.createTempFile("kakou-bench", ".gray");
            try (OutputStream out = Files.newOutputStream(raw)) {
                for (GreyPicture picture : pictures) {
                    out.write(picture.luma());
                }
            }
        }

        private Ffmpeg.Job job(String filter, int count) {
            Size size = Scaler.GREY;
            List<String> input = List.of(
                    "-stream_loop",
                    Integer.toString(TIMES),
                    "-f",
                    "rawvideo",
                    "-pix_fmt",
                    "gray",
                    "-s",
                    size.width() + "x" + size.height(),
                    "-i",
                    raw.toString());
            return new Ffmpeg.Job(input, filter, count);
        }

        @TearDown
        public void delete() throws IOException {
            Files.delete(raw);
        }
    }

    @Benchmark
    public void gate(Turns turns, Film film, Peer peer, Small small, Blackhole result) throws Exception {
        turns.take(
                () -> ours(small, result), () -> film.microsAFrame(count -> added(peer, small, count)) / Small.TIMES);
    }

    private static double ours(Small small, Blackhole result) {
        Gate gate = new Gate(Gate.Settings.DEFAULT);
        GateState state = GateState.NEW.lookedAt(small.pictures.get(0));
        double before = ThreadClock.micros();
        for (GreyPicture picture : small.pictures) {
            result.consume(gate.compare(state, picture));
            state = state.lookedAt(picture);
        }
        return (ThreadClock.micros() - before) / small.pictures.size();
    }

    private static double added(Peer peer, Small small, int count) throws Exception {
        int all = count * Small.TIMES;
        return peer.program().micros(small.job(VOTE, all)) - peer.program().micros(small.job("null", all));
    }
}
