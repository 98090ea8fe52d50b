package io.kakou.benchmarks.watch;

import io.kakou.benchmarks.process.Program;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a camera codes: 1 Mb/s at most, a keyframe every 2 s, by the machine's ffmpeg and x264. */
public enum Coding {
    /** As many bits whatever goes on. */
    CBR,
    /** As many as the scene needs. */
    VBR;

    /** Streaks that fall, over the whole picture, and its light with them. */
    private static final String RAIN = "noise=alls=14:allf=t,eq=contrast=0.85:brightness=-0.04";

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Codes a film anew. */
    void code(Path from, Path to, Weather weather) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("-i", from.toString()));
        if (weather == Weather.RAIN) {
            words.addAll(List.of("-vf", RAIN));
        }
        code(words, to);
    }

    /**
     * Codes what ffmpeg reads and makes of it.
     *
     * @param read where from
     * @param filter makes one picture of what is read
     * @param frames so many
     */
    void code(List<String> read, String filter, long frames, Shown shown) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(read);
        words.addAll(List.of("-filter_complex", shown.weather == Weather.RAIN ? filter + ',' + RAIN : filter));
        words.addAll(List.of("-frames:v", Long.toString(frames)));
        code(words, shown.to);
    }

    /** Where a film goes, and what lies over it. */
    record Shown(Path to, Weather weather) {}

    private void code(List<String> read, Path to) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("ffmpeg", "-hide_banner", "-loglevel", "error", "-nostdin", "-y"));
        words.addAll(read);
        words.addAll(List.of("-an", "-c:v", "libx264", "-preset", "veryfast", "-pix_fmt", "yuv420p", "-bf", "0"));
        words.addAll(List.of("-g", "50", "-keyint_min", "50", "-sc_threshold", "0", "-threads", "2"));
        words.addAll(
                switch (this) {
                    case CBR -> List.of("-b:v", "1M", "-minrate", "1M", "-maxrate", "1M", "-bufsize", "1M");
                    case VBR -> List.of("-crf", "26", "-maxrate", "1M", "-bufsize", "2M");
                });
        words.add(to.toString());
        String unused = Program.run(words);
    }

    /** What is between camera and street. */
    public enum Weather {
        DRY,
        RAIN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
