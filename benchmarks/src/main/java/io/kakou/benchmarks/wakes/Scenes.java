package io.kakou.benchmarks.wakes;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.models.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Real pictures of fixed cameras as scenes. */
final class Scenes {
    private static final List<String> FOLDERS =
            List.of("flood/street-camera", "child/forecourt-indoor", "ebike/lift-tiles/images", "ebike/lift-frames");

    private Scenes() {}

    /** A picture and its name. */
    record Scene(String name, Picture picture) {}

    /** Files of all folders, or of those that are there, in an order that is the same everywhere. */
    static List<Path> files(Path data) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : FOLDERS) {
            Path where = data.resolve(folder);
            if (Files.isDirectory(where)) {
                try (Stream<Path> files = Files.walk(where)) {
                    files.filter(Scenes::isPicture).sorted().forEach(all::add);
                }
            }
        }
        return all;
    }

    private static boolean isPicture(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jpg") || name.endsWith(".jpeg") || name.endsWith(".png");
    }

    static Scene read(Path file) throws UnreadableVideo {
        try (VideoFile video = VideoFile.open(file);
                Scaler scaler = new Scaler(Canvas.SIZE)) {
            DecodedFrame frame = video.next();
            if (frame == null) {
                throw new IllegalStateException(file + " has no picture");
            }
            return new Scene(String.valueOf(file.getFileName()), scaler.picture(frame));
        }
    }
}
