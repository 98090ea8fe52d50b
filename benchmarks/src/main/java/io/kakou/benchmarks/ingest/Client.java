package io.kakou.benchmarks.ingest;

import io.kakou.benchmarks.process.Child;
import io.kakou.benchmarks.process.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who takes the streams in. All of them over TCP, in one process for all cameras, down to packets, decoding nothing. */
public enum Client {
    /** Ours: one event loop. */
    KAKOU,
    /** JavaCV's {@code FFmpegFrameGrabber}: {@code start(false)}, {@code grabPacket()}, a thread a camera. */
    GRABBER,
    /** {@code gst-launch-1.0 rtspsrc ! fakesink}: a branch a camera in one pipeline. */
    GSTREAMER;

    /** What a JVM of ours may use; RSS counts it where it was touched. */
    private static final int HEAP_MIB = 256;

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the machine has it. */
    public boolean here() throws InterruptedException {
        return switch (this) {
            case KAKOU, GRABBER -> true;
            case GSTREAMER -> Program.runs(List.of("gst-inspect-1.0", "rtspsrc"));
        };
    }

    /** Whether it says what it got; one that does not is measured by time and memory alone. */
    boolean talks() {
        return switch (this) {
            case KAKOU, GRABBER -> true;
            case GSTREAMER -> false;
        };
    }

    /** What the names of its threads for the streams begin with; the JVM's own are counted apart. */
    String threads() {
        return switch (this) {
            case KAKOU -> "rtsp";
            case GRABBER -> "grab";
            case GSTREAMER -> "";
        };
    }

    Child start(List<String> urls) throws IOException {
        return switch (this) {
            case KAKOU -> Child.java("kakou", HEAP_MIB, KakouClient.class.getName(), urls);
            case GRABBER -> Child.java("grabber", HEAP_MIB, GrabberClient.class.getName(), urls);
            case GSTREAMER -> Child.program("gstreamer", pipeline(urls));
        };
    }

    private static List<String> pipeline(List<String> urls) {
        List<String> words = new ArrayList<>(List.of("gst-launch-1.0", "-q"));
        for (String url : urls) {
            words.addAll(List.of("rtspsrc", "location=" + url, "protocols=tcp", "!", "fakesink", "sync=false"));
        }
        return words;
    }
}
