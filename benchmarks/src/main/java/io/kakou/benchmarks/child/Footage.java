package io.kakou.benchmarks.child;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A film whose frames are read again and again. */
final class Footage {
    /** Frames the empty scene is the median of; people do not stand in half of them. */
    private static final int FRAMES = 41;

    private final Path file;
    private final Size size;

    Footage(Path file, Size size) {
        this.file = file;
        this.size = size;
    }

    /** Takes a frame; its picture is its own. */
    @FunctionalInterface
    interface Viewer {
        void see(long number, double seconds, Picture picture);
    }

    /** Shows every {@code step}th frame. */
    void show(int step, Viewer viewer) throws UnreadableVideo {
        try (VideoFile video = VideoFile.open(file);
                Scaler scaler = new Scaler(size)) {
            for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                if (frame.number() % step == 0) {
                    Picture own = Picture.allocate(size.width(), size.height());
                    viewer.see(frame.number(), frame.seconds(), scaler.picture(frame, own));
                }
            }
        }
    }

    /** The scene without people: the median of each pixel. */
    Picture empty(int frames) throws UnreadableVideo {
        List<Picture> some = new ArrayList<>();
        show(Math.max(1, frames / FRAMES), (number, seconds, picture) -> some.add(picture));
        Picture empty = Picture.allocate(size.width(), size.height());
        int[] values = new int[some.size()];
        for (int i = 0; i < size.width() * size.height() * Picture.CHANNELS; i++) {
            for (int k = 0; k < values.length; k++) {
                values[k] = some.get(k).rgb().get(i) & 0xff;
            }
            Arrays.sort(values);
            empty.rgb().put(i, (byte) values[values.length / 2]);
        }
        return empty;
    }
}
