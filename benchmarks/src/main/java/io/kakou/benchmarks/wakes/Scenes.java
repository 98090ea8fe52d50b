package io.kakou.benchmarks.wakes;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.analysis.gate.GreyPicture;
import io.kakou.models.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Real pictures of fixed cameras as scenes. */
final class Scenes {
    private static final List<String> FOLDERS =
            List.of("flood/street-camera", "child/forecourt-indoor", "ebike/lift-tiles/images", "ebike/lift-frames");

    private Scenes() {}

    private static final List<String> STILLS = List.of(
            "flood/street-camera",
            "flood/weather",
            "flood/pothole",
            "flood/bus-depth",
            "child/forecourt-indoor",
            "ebike",
            "coco/coco128/images",
            "truck/site-crops");

    private static final List<String> FILMS = List.of(
            "opencv-doc/vtest.avi",
            "street-traffic/input_video.mp4",
            "intel-samples/one-by-one-person-detection.mp4",
            "intel-samples/car-detection.mp4",
            "intel-samples/bottle-detection.mp4",
            "bgs/dataset/video.avi");

    /** A picture, small and grey too, and its name. */
    record Scene(String name, Picture picture, GreyPicture grey) {}

    /** All stills that are there. */
    static List<Path> stills(Path data) throws IOException {
        return files(data, STILLS);
    }

    /** All films that are there. */
    static List<Path> films(Path data) {
        return FILMS.stream()
                .map(name -> data.resolve("video").resolve(name))
                .filter(Files::isReadable)
                .toList();
    }

    /** A film's small pictures, two a second. */
    static void watch(Path film, Consumer<GreyPicture> viewer) throws UnreadableVideo {
        double due = 0;
        try (VideoFile video = VideoFile.open(film);
                Scaler scaler = new Scaler(Canvas.SIZE)) {
            for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                if (frame.seconds() >= due) {
                    due += 0.5;
                    viewer.accept(scaler.grey(frame));
                }
            }
        }
    }

    /** Files of all folders, or of those that are there, in an order that is the same everywhere. */
    static List<Path> files(Path data) throws IOException {
        return files(data, FOLDERS);
    }

    private static List<Path> files(Path data, List<String> folders) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String folder : folders) {
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
            return new Scene(String.valueOf(file.getFileName()), scaler.picture(frame), scaler.grey(frame));
        }
    }
}
