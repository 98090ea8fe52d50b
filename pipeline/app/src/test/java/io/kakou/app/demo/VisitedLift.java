package io.kakou.app.demo;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.decode.VideoWriter;
import io.kakou.app.serve.ServedFile;
import io.kakou.models.Size;
import io.kakou.rtsp.serve.StreamFormat;
import io.kakou.rtsp.serve.StreamReader;
import io.kakou.rtsp.serve.StreamSource;
import io.kakou.rtsp.serve.StreamUnit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The demo's lift, into which an e-bike comes when it is told to, and which it leaves when it is told to. */
public final class VisitedLift implements StreamSource {
    private static final int FRAMES_PER_SECOND = 25;
    private static final double GOP_SECONDS = 1;
    private static final VideoWriter.Settings CODED =
            new VideoWriter.Settings(new Size(Lens.WIDTH, Lens.HEIGHT), FRAMES_PER_SECOND, 1_000_000, GOP_SECONDS);

    private final StreamFormat format;
    private final Map<Part, List<StreamUnit>> units;
    private boolean wanted;
    private @Nullable Instant emptySince;

    /**
     * The story's seconds that are shown, each with a keyframe first. In those that are shown again and again the door or the
     * display moves: a picture that stays the very same is called frozen, and not judged.
     */
    private enum Part {
        EMPTY(0, 2.2),
        COMES(Story.CYCLIST_COMES - 0.1, 12.6),
        STANDS(12.6, 16.5),
        LEAVES(16.5, 20.4);

        private final int from;
        private final int to;

        Part(double from, double to) {
            this.from = (int) Math.round(from * FRAMES_PER_SECOND);
            this.to = (int) Math.round(to * FRAMES_PER_SECOND);
        }

        double seconds() {
            return (to - from) / (double) FRAMES_PER_SECOND;
        }
    }

    private VisitedLift(StreamFormat format, Map<Part, List<StreamUnit>> units) {
        this.format = format;
        this.units = units;
    }

    /**
     * Cuts and codes it, empty at first.
     *
     * @param clip the demo's
     * @param folder for what is coded
     */
    public static VisitedLift cut(Path clip, Path folder) throws UnreadableVideo, IOException {
        Map<Part, List<StreamUnit>> units = new EnumMap<>(Part.class);
        StreamFormat format = null;
        for (Part part : Part.values()) {
            ServedFile coded = ServedFile.of(coded(clip, part, folder.resolve(part + ".mp4")));
            format = format == null ? coded.format() : format;
            units.put(part, read(coded));
        }
        if (format == null) {
            throw new IllegalStateException("no part");
        }
        return new VisitedLift(format, units);
    }

    /** Another of the same pictures, empty at first. */
    public VisitedLift another() {
        return new VisitedLift(format, units);
    }

    private static Path coded(Path clip, Part part, Path file) throws UnreadableVideo, IOException {
        try (VideoFile video = VideoFile.open(clip);
                Scaler scaler = new Scaler(CODED.size());
                VideoWriter writer = VideoWriter.create(file, CODED)) {
            for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                int number = (int) Math.round(frame.seconds() * FRAMES_PER_SECOND);
                if (number >= part.from && number < part.to) {
                    writer.add(scaler.picture(frame));
                }
            }
            writer.finish();
        }
        return file;
    }

    private static List<StreamUnit> read(ServedFile coded) throws IOException {
        List<StreamUnit> all = new ArrayList<>();
        try (StreamReader reader = coded.open()) {
            for (StreamUnit unit = reader.next(); unit != null; unit = reader.next()) {
                all.add(unit);
            }
        }
        return all;
    }

    public synchronized void comes() {
        wanted = true;
        emptySince = null;
    }

    /** Once it has come. */
    public synchronized void leaves() {
        wanted = false;
    }

    /** From when on pictures without it are read, once it has left; they are shown two seconds later at most. */
    public synchronized Instant awaitEmpty(double seconds) throws InterruptedException {
        Instant last = Instant.now().plusMillis(Math.round(seconds * 1000));
        while (emptySince == null) {
            long left = Duration.between(Instant.now(), last).toMillis();
            if (left <= 0) {
                throw new AssertionError("it has not left within " + seconds + " s");
            }
            TimeUnit.MILLISECONDS.timedWait(this, left);
        }
        return emptySince;
    }

    private synchronized Part after(Part part) {
        Part next =
                switch (part) {
                    case EMPTY -> wanted ? Part.COMES : Part.EMPTY;
                    case COMES -> Part.STANDS;
                    case STANDS -> wanted ? Part.STANDS : Part.LEAVES;
                    case LEAVES -> Part.EMPTY;
                };
        if (part == Part.LEAVES) {
            emptySince = Instant.now();
            notifyAll();
        }
        return next;
    }

    @Override
    public StreamFormat format() {
        return format;
    }

    @Override
    public StreamReader open() {
        return new Reader();
    }

    private final class Reader implements StreamReader {
        private Part part = Part.EMPTY;
        private double before;
        private int next;

        @Override
        public StreamUnit next() {
            List<StreamUnit> shown = units.getOrDefault(part, List.of());
            if (next == shown.size()) {
                before += part.seconds();
                part = after(part);
                next = 0;
                shown = units.getOrDefault(part, List.of());
            }
            StreamUnit unit = shown.get(next++);
            return new StreamUnit(before + unit.seconds(), unit.keyframe(), unit.annexB());
        }

        @Override
        public void close() {
            // The units stay for others.
        }
    }
}
