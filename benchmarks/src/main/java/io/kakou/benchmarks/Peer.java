package io.kakou.benchmarks;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The program that is measured beside ours. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters and calls the set-up.
public class Peer {
    @Param({"BUNDLED", "SYSTEM"})
    public Ffmpeg.Build ffmpeg;

    private Ffmpeg program;

    @Setup
    public void find() {
        program = new Ffmpeg(ffmpeg);
    }

    Ffmpeg program() {
        return program;
    }
}
