package io.kakou.benchmarks;

import io.kakou.analysis.decode.CodedFile;
import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The film that both sides work on. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the parameters.
public class Film {
    private static final int KEPT = 100;
    private static final int TIMES = 4;
    /** Of the staged sub stream, 2 s; of another film it only says how many keyframes are decoded. */
    private static final int GOP = 50;

    /** Its file. */
    @Param("")
    public String film;

    /** How much of it, from its beginning. */
    @Param("800")
    public int frames;

    /** Work on the first frames of a film. */
    interface Work {
        /** CPU µs of so many frames, with whatever it takes to begin and to end. */
        double micros(int frames) throws Exception;
    }

    /** CPU µs of one frame more. What it takes to begin, much for a process and little for a call, falls out. */
    double microsAFrame(Work work) throws Exception {
        int few = frames / 8;
        return (work.micros(frames) - work.micros(few)) / (frames - few);
    }

    /** Work that hands each of so many frames to {@code use}. */
    double micros(int count, Consumer<DecodedFrame> use) throws UnreadableVideo {
        double before = ThreadClock.micros();
        try (VideoFile video = VideoFile.open(Path.of(film))) {
            for (int i = 0; i < count; i++) {
                use.accept(frame(video, i));
            }
        }
        return ThreadClock.micros() - before;
    }

    private DecodedFrame frame(VideoFile video, int number) throws UnreadableVideo {
        DecodedFrame frame = video.next();
        if (frame == null) {
            throw new IllegalStateException(film + " has " + number + " frames; needed: " + frames);
        }
        return frame;
    }

    /** CPU µs of a keyframe more. */
    double microsAKeyframe(Work work) throws Exception {
        int few = frames / 8;
        return (work.micros(frames) - work.micros(few)) / (keyframes(frames) - keyframes(few));
    }

    /** Work that decodes the keyframes among so many frames. They come from a camera, unit by unit: reading them is not counted. */
    double microsOfKeyframes(int count) throws UnreadableVideo {
        double spent = 0;
        try (CodedFile file = CodedFile.open(Path.of(film));
                StreamDecoder decoder = new StreamDecoder(file.codec())) {
            int left = keyframes(count);
            for (CodedFile.Unit unit = file.next(); left > 0 && unit != null; unit = file.next()) {
                if (unit.keyframe()) {
                    double before = ThreadClock.micros();
                    decoder.send(unit.bytes(), unit.seconds());
                    left -= decoder.next() == null ? 0 : 1;
                    spent += ThreadClock.micros() - before;
                }
            }
            if (left > 0) {
                throw new IllegalStateException(film + " lacks " + left + " keyframes of " + keyframes(count));
            }
        }
        return spent;
    }

    /** The same for a program, which reads the file as well. */
    double microsOfKeyframes(int count, Ffmpeg program) throws IOException, InterruptedException {
        return program.micros(new Ffmpeg.Job(film, "null", keyframes(count), Ffmpeg.Decoded.KEYFRAMES));
    }

    /** So many are among the first frames. */
    private static int keyframes(int count) {
        return (count + GOP - 1) / GOP;
    }

    /** The same for a program, with nothing done to the frames. */
    double micros(int count, Ffmpeg program) throws IOException, InterruptedException {
        return program.micros(new Ffmpeg.Job(film, "null", count));
    }

    /**
     * What a filter of a program's adds to a frame, in CPU µs. The film's first frames are kept and shown over and over:
     * beside decoding, what a filter costs would be lost.
     */
    double microsAdded(Ffmpeg program, Filter filter) throws Exception {
        String kept = filter.before + ",loop=-1:" + Math.min(KEPT, frames) + ",";
        return microsAFrame(count -> program.micros(new Ffmpeg.Job(film, kept + filter.measured, count * TIMES))
                        - program.micros(new Ffmpeg.Job(film, kept + "null", count * TIMES)))
                / TIMES;
    }

    /**
     * A filter of libavfilter's.
     *
     * @param before what makes the pictures that it takes, once, unmeasured
     */
    record Filter(String before, String measured) {}
}
