package io.kakou.benchmarks;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.models.Picture;
import io.kakou.models.Size;
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

/** What scaling adds to decoding, beside what ffmpeg's scale filter adds with the flags that give the same bytes. */
@BenchmarkMode(Mode.SingleShotTime)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 9)
public class ScaleBenchmark {
    private static final Size RGB = new Size(300, 300);
    private static final String TO_RGB =
            "scale=300:300:flags=bilinear+accurate_rnd+full_chroma_int+bitexact,format=rgb24";
    private static final String TO_GREY = "scale=160:96:flags=area+accurate_rnd+bitexact:out_range=full,format=gray";

    /** The scaler and the picture it writes over. */
    @State(Scope.Thread)
    public static class Ours {
        private final Scaler scaler = new Scaler(RGB);
        private final Picture picture = Picture.allocate(RGB.width(), RGB.height());

        @TearDown
        public void close() {
            scaler.close();
        }
    }

    @Benchmark
    public void scaleToRgb(Turns turns, Film film, Peer peer, Ours ours) throws Exception {
        turns.take(
                () -> added(film, frame -> ours.scaler.picture(frame, ours.picture)), () -> added(film, peer, TO_RGB));
    }

    @Benchmark
    public void scaleToGrey(Turns turns, Film film, Peer peer, Ours ours) throws Exception {
        turns.take(() -> added(film, ours.scaler::grey), () -> added(film, peer, TO_GREY));
    }

    private static double added(Film film, Consumer<DecodedFrame> scaling) throws Exception {
        return film.microsAFrame(count -> film.micros(count, scaling) - film.micros(count, frame -> {}));
    }

    private static double added(Film film, Peer peer, String filter) throws Exception {
        return film.microsAFrame(count ->
                peer.program().micros(film.job(filter, count)) - peer.program().micros(film.job("null", count)));
    }
}
