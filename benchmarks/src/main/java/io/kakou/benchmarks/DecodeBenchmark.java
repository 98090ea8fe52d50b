package io.kakou.benchmarks;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Warmup;

/** Every frame of a film decoded, or its keyframes alone, and nothing done with it, beside {@code ffmpeg -f null}. */
@BenchmarkMode(Mode.SingleShotTime)
@Fork(1)
@Warmup(iterations = 2)
@Measurement(iterations = 15)
public class DecodeBenchmark {
    @Benchmark
    public void decode(Turns turns, Film film, Peer peer) throws Exception {
        turns.take(
                () -> film.microsAFrame(count -> film.micros(count, frame -> {})),
                () -> film.microsAFrame(count -> film.micros(count, peer.program())));
    }

    @Benchmark
    public void keyframes(Turns turns, Film film, Peer peer) throws Exception {
        turns.take(
                () -> film.microsAKeyframe(film::microsOfKeyframes),
                () -> film.microsAKeyframe(count -> film.microsOfKeyframes(count, peer.program())));
    }
}
