package io.kakou.benchmarks.watch;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.decode.VideoWriter;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Pieces of films put together, 640×360 at 25 pictures a second, nearly without loss. */
final class Montage {
    static final Size SIZE = new Size(640, 360);
    static final int FRAMES_A_SECOND = 25;
    private static final int BITS_A_SECOND = 12_000_000;
    private static final int FLICKER = 2;

    /**
     * A part of a film.
     *
     * @param from where it begins in the film, in seconds
     * @param seconds how long it is shown
     * @param speed 1 as it was; 0 shows one moment for so long, with a sensor's flicker
     * @param touch what is done to its pictures
     */
    record Piece(Path film, double from, double seconds, double speed, Touch touch) {
        /** From here to there, as it was. */
        static Piece of(Path film, double from, double to) {
            return new Piece(film, from, to - from, 1, Touch.NONE);
        }

        Piece with(Touch other) {
            return new Piece(film, from, seconds, speed, other);
        }

        long frames() {
            return Math.round(seconds * FRAMES_A_SECOND);
        }

        static Piece still(Path film, double at, double seconds) {
            return new Piece(film, at, seconds, 0, Touch.NONE);
        }
    }

    /** What is done to the pictures of a piece. */
    @FunctionalInterface
    interface Touch {
        Touch NONE = (picture, seconds) -> picture;

        /**
         * The picture as it is shown, which may be another.
         *
         * @param seconds since the piece began
         */
        Picture on(Picture picture, double seconds);

        default Touch then(Touch next) {
            return (picture, seconds) -> next.on(on(picture, seconds), seconds);
        }
    }

    private Montage() {}

    /** How long they last. */
    static double seconds(List<Piece> pieces) {
        return pieces.stream().mapToLong(Piece::frames).sum() / (double) FRAMES_A_SECOND;
    }

    /** Writes the pieces one behind the other. */
    static void write(Path file, List<Piece> pieces) throws IOException, UnreadableVideo {
        try (VideoWriter writer =
                VideoWriter.create(file, new VideoWriter.Settings(SIZE, FRAMES_A_SECOND, BITS_A_SECOND, 2))) {
            for (Piece piece : pieces) {
                add(writer, piece);
            }
            writer.finish();
        }
    }

    private static void add(VideoWriter writer, Piece piece) throws IOException, UnreadableVideo {
        try (VideoFile video = VideoFile.open(piece.film());
                Scaler scaler = new Scaler(SIZE)) {
            Picture picture = Picture.allocate(SIZE.width(), SIZE.height());
            SplittableRandom noise = new SplittableRandom(1);
            DecodedFrame frame = video.next();
            boolean any = false;
            for (long i = 0; i < piece.frames(); i++) {
                double at = piece.from() + piece.speed() * i / FRAMES_A_SECOND;
                while (frame != null && (!any || frame.seconds() <= at)) {
                    scaler.picture(frame, picture);
                    any = true;
                    frame = video.next();
                }
                Picture shown = piece.touch().on(picture, i / (double) FRAMES_A_SECOND);
                writer.add(piece.speed() == 0 ? flickering(shown, noise) : shown);
            }
        }
    }

    private static Picture flickering(Picture still, SplittableRandom noise) {
        Picture picture = Picture.allocate(still.width(), still.height());
        int bytes = still.width() * still.height() * Picture.CHANNELS;
        for (int i = 0; i < bytes; i += Picture.CHANNELS) {
            int off = noise.nextInt(-FLICKER, FLICKER + 1);
            for (int c = 0; c < Picture.CHANNELS; c++) {
                int level = (still.rgb().get(i + c) & 0xff) + off;
                picture.rgb().put(i + c, (byte) Math.max(0, Math.min(255, level)));
            }
        }
        return picture;
    }
}
