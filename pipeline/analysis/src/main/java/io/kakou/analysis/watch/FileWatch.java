package io.kakou.analysis.watch;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.look.Look;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Watches a file as if a camera had shown it, at full speed. Its first frame is at the epoch: files have no clock. A file
 * of one frame is a camera that shows nothing else: it is looked at as often as a rule needs to be sure.
 */
public final class FileWatch implements AutoCloseable {
    /** As many as the rules keep; a still says no more after that. */
    private static final int STILL_LOOKS = 4;

    private static final double LEAST_STILL_SECONDS = 1;

    private final Path file;
    private final CameraWatch watch;
    /** A still is shown again after so long: when the next look is due, and no sooner than a second. */
    private final double stillSeconds;

    private VideoFile video;
    private long frames;
    private int repeats;
    private double seconds;

    /** A look, and the frame it was taken from while it lasts: until the next look is asked for. */
    public record Seen(DecodedFrame frame, Judged judged) {}

    /**
     * Opens a file.
     *
     * @param watch closed with this
     * @throws UnreadableVideo if it cannot be read; then {@code watch} is closed
     */
    public FileWatch(Path file, CameraWatch watch) throws UnreadableVideo {
        this.file = file;
        this.watch = watch;
        this.stillSeconds = Math.max(LEAST_STILL_SECONDS, watch.intervalSeconds());
        try {
            this.video = VideoFile.open(file);
        } catch (UnreadableVideo e) {
            watch.close();
            throw e;
        }
    }

    /** The next look, or null after the last. */
    public @Nullable Seen next() throws UnreadableVideo {
        for (DecodedFrame frame = frame(); frame != null; frame = frame()) {
            Judged judged = watch.see(frame, new Moment(name(frame), seconds, Look.instant(Instant.EPOCH, seconds)));
            if (judged != null) {
                return new Seen(frame, judged);
            }
        }
        return null;
    }

    private @Nullable DecodedFrame frame() throws UnreadableVideo {
        DecodedFrame frame = video.next();
        if (frame != null) {
            frames++;
            seconds = frame.seconds() + repeats * stillSeconds;
            return frame;
        }
        return frames == 1 + repeats && repeats + 1 < STILL_LOOKS ? again() : null;
    }

    private @Nullable DecodedFrame again() throws UnreadableVideo {
        repeats++;
        video.close();
        video = VideoFile.open(file);
        return frame();
    }

    private String name(DecodedFrame frame) {
        return repeats == 0 ? frame.id() : frame.id() + "." + repeats;
    }

    /** Whether the file turned out to be one picture. */
    public boolean isStill() {
        return repeats > 0;
    }

    /** Pictures of the file that were damaged. */
    public long damaged() {
        return video.damaged();
    }

    /** Where the newest frame stands, in seconds. */
    public double seconds() {
        return seconds;
    }

    /** How long the file says it lasts, in seconds; NaN where it does not say. */
    public double length() {
        return video.length();
    }

    @Override
    public void close() {
        video.close();
        watch.close();
    }
}
