package io.kakou.benchmarks;

import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.gate.Gate;
import io.kakou.analysis.gate.GateState;
import io.kakou.analysis.gate.GreyPicture;
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
    private static final Film.Filter VOTE = new Film.Filter(
            "scale=160:96,format=gray",
            "tblend=all_mode=difference,lutyuv=y=if(gt(val\\,12)\\,255\\,0),"
                    + "convolution=0m=1 1 1 1 1 1 1 1 1:0rdiv=1/9,blackdetect=d=9999:pix_th=0.55");

    /** The film's small pictures. */
    @State(Scope.Benchmark)
    public static class Small {
        private final List<GreyPicture> pictures = new ArrayList<>();

        @Setup
        public void shrink(Film film) throws Exception {
            try (Scaler scaler = new Scaler(Scaler.GREY)) {
                film.micros(film.frames, frame -> pictures.add(scaler.grey(frame)));
            }
        }
    }

    @Benchmark
    public void gate(Turns turns, Film film, Peer peer, Small small, Blackhole result) throws Exception {
        turns.take(() -> ours(small, result), () -> film.microsAdded(peer.program(), VOTE));
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
}
