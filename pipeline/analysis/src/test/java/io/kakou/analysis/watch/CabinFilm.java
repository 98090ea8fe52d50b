package io.kakou.analysis.watch;

import io.kakou.analysis.decode.VideoWriter;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.models.Box;
import io.kakou.models.Detection;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A film of a cabin in which a red block stands for a two-wheeler, and a detector that sees red blocks. */
public final class CabinFilm {
    public static final Size SIZE = new Size(320, 180);
    public static final int FRAMES_PER_SECOND = 25;

    private CabinFilm() {}

    /** A film with a letter a second: R red block, G a green one, any other none. */
    public static Path write(Path file, String seconds) throws IOException {
        return write(file, seconds, 1);
    }

    /** The same with so many seconds from keyframe to keyframe. */
    public static Path write(Path file, String seconds, int gopSeconds) throws IOException {
        var settings = new VideoWriter.Settings(SIZE, FRAMES_PER_SECOND, 400_000, gopSeconds);
        try (VideoWriter writer = VideoWriter.create(file, settings)) {
            for (int i = 0; i < seconds.length() * FRAMES_PER_SECOND; i++) {
                writer.add(picture(seconds.charAt(i / FRAMES_PER_SECOND)));
            }
            writer.finish();
        }
        return file;
    }

    public static Picture picture(boolean block) {
        return picture(block ? 'R' : '.');
    }

    private static Picture picture(char letter) {
        Picture picture = Picture.allocate(SIZE.width(), SIZE.height());
        for (int i = 0; i < SIZE.width() * SIZE.height(); i++) {
            int x = i % SIZE.width();
            int y = i / SIZE.width();
            boolean inside = x >= 100 && x < 200 && y >= 60 && y < 160;
            boolean red = inside && letter == 'R';
            boolean green = inside && letter == 'G';
            picture.rgb().put(i * 3, (byte) (red ? 220 : green ? 20 : 60 + x / 4));
            picture.rgb().put(i * 3 + 1, (byte) (green ? 220 : red ? 20 : 60 + x / 4));
            picture.rgb().put(i * 3 + 2, (byte) (red || green ? 20 : 60 + y / 2));
        }
        return picture;
    }

    public static Camera camera() {
        return new Camera(
                "lift-1",
                "lift-1",
                CameraKind.LIFT,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(EventKind.EBIKE_IN_LIFT));
    }

    public static CameraJudge judge() {
        return new CameraJudge(camera(), new RedBlocks(), JudgeSettings.DEFAULT);
    }

    public static CameraWatch watch() {
        return watch(PlannerSettings.LIFT);
    }

    public static CameraWatch watch(PlannerSettings pace) {
        return new CameraWatch(judge(), pace);
    }

    public static Detector detector() {
        return new RedBlocks();
    }

    /** Takes the red pixels' bounds for a bicycle. */
    static final class RedBlocks implements Detector {
        private static final int FEWEST = 100;

        @Override
        public Size inputSize() {
            return new Size(150, 150);
        }

        @Override
        public List<Detection> detect(Picture picture) {
            int left = picture.width();
            int top = picture.height();
            int right = 0;
            int bottom = 0;
            int count = 0;
            for (int i = 0; i < picture.width() * picture.height(); i++) {
                int x = i % picture.width();
                int y = i / picture.width();
                if (isRed(picture.rgbAt(x, y))) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                    count++;
                }
            }
            return count < FEWEST ? List.of() : List.of(bicycle(picture, left, top, right, bottom));
        }

        private static Detection bicycle(Picture picture, int left, int top, int right, int bottom) {
            double w = picture.width();
            double h = picture.height();
            return new Detection("bicycle", 0.9, Box.clipped(left / w, top / h, right / w, bottom / h));
        }

        private static boolean isRed(int rgb) {
            return (rgb >> 16) > 150 && (rgb >> 8 & 0xff) < 80;
        }

        @Override
        public String identity() {
            return "red-blocks";
        }

        @Override
        public void close() {}
    }
}
