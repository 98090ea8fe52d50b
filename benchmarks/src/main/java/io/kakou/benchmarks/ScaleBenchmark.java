package io.kakou.benchmarks;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A decoded frame to the detector's size, and to the gate's, beside ffmpeg's scale filter with the flags that give the
 * same bytes.
 */
@BenchmarkMode(Mode.SingleShotTime)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 9)
public class ScaleBenchmark {
    private static final Size RGB = new Size(300, 300);
    private static final Film.Filter TO_RGB =
            new Film.Filter("null", "scale=300:300:flags=bilinear+accurate_rnd+full_chroma_int+bitexact,format=rgb24");
    private static final Film.Filter TO_GREY =
            new Film.Filter("null", "scale=160:96:flags=area+accurate_rnd+bitexact:out_range=full,format=gray");

    /** The scaler and the picture it writes over. */
    @State(Scope.Thread)
    public static class Scaling {
        private final Scaler scaler = new Scaler(RGB);
        private final Picture picture = Picture.allocate(RGB.width(), RGB.height());

        @TearDown
        public void close() {
            scaler.close();
        }
    }

    @Benchmark
    public void scaleToRgb(Turns turns, Film film, Peer peer, Scaling scaling) throws Exception {
        turns.take(
                () -> ours(film, frame -> scaling.scaler.picture(frame, scaling.picture)),
                () -> film.microsAdded(peer.program(), TO_RGB));
    }

    @Benchmark
    public void scaleToGrey(Turns turns, Film film, Peer peer, Scaling scaling) throws Exception {
        turns.take(() -> ours(film, scaling.scaler::grey), () -> film.microsAdded(peer.program(), TO_GREY));
    }

    private static double ours(Film film, Consumer<DecodedFrame> scaling) throws Exception {
        DoubleAdder spent = new DoubleAdder();
        film.micros(film.frames, frame -> {
            double before = ThreadClock.micros();
            scaling.accept(frame);
            spent.add(ThreadClock.micros() - before);
        });
        return spent.sum() / film.frames;
    }
}
