package io.kakou.app.trial;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.decode.VideoWriter;
import io.kakou.console.trial.TriedFilm.How;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Path;

/** A film coded anew as a camera's sub stream: H.264, upright, 640 pixels at most, 15 pictures a second. */
record Conversion(Path film) {
    private static final double LONGEST_SECONDS = 120;
    private static final int LONGER_SIDE = 640;
    private static final int FRAMES_PER_SECOND = 15;
    private static final int BITS_PER_SECOND = 1_000_000;
    private static final double GOP_SECONDS = 2;

    How into(Path kept) throws UnreadableVideo, IOException {
        try (VideoFile video = VideoFile.open(film)) {
            DecodedFrame first = video.next();
            if (first == null) {
                throw new IOException("there is no picture in it");
            }
            Size size = size(first.size());
            var coding = new VideoWriter.Settings(size, FRAMES_PER_SECOND, BITS_PER_SECOND, GOP_SECONDS);
            try (Scaler scaler = new Scaler(size);
                    VideoWriter writer = VideoWriter.create(kept, coding)) {
                How how = copy(first, video, scaler, writer);
                writer.finish();
                return how;
            }
        }
    }

    /** Each picture is shown until the next one's time, as long as the film is not too long. */
    private static How copy(DecodedFrame first, VideoFile video, Scaler scaler, VideoWriter writer)
            throws UnreadableVideo, IOException {
        Picture picture = scaler.picture(first);
        long written = 0;
        for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
            if (frame.seconds() > LONGEST_SECONDS) {
                return How.CUT;
            }
            while (written < frame.seconds() * FRAMES_PER_SECOND) {
                writer.add(picture);
                written++;
            }
            if (frame.seconds() * FRAMES_PER_SECOND > written - 1) {
                scaler.picture(frame, picture);
            }
        }
        writer.add(picture);
        return How.CONVERTED;
    }

    private static Size size(Size shown) {
        double scale = Math.min(1, (double) LONGER_SIDE / Math.max(shown.width(), shown.height()));
        return new Size(even(shown.width() * scale), even(shown.height() * scale));
    }

    private static int even(double length) {
        return Math.max(16, (int) Math.round(length / 2) * 2);
    }
}
