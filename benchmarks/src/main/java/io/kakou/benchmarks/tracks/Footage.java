package io.kakou.benchmarks.tracks;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.benchmarks.tracks.Sequence.Moment;
import io.kakou.models.Box;
import io.kakou.models.Detector;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The real film whose people were drawn by hand, as far as they were. */
final class Footage {
    private Footage() {}

    /**
     * Its pictures with what is drawn and what the detector finds in them.
     *
     * @param size of the film, in whose pixels the table is
     * @param table MOT: frame from 1, id, left, top, width, height
     */
    static Sequence of(Path film, Size size, Path table, Detector detector) throws IOException, UnreadableVideo {
        Map<Long, List<Place>> drawn = drawn(table, size);
        List<Moment> moments = new ArrayList<>();
        try (VideoFile video = VideoFile.open(film);
                Scaler scaler = new Scaler(detector.inputSize())) {
            for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                List<Place> there = drawn.get(frame.number());
                if (there != null) {
                    moments.add(new Moment(frame.seconds(), there, detector.detect(scaler.picture(frame))));
                }
            }
        }
        return new Sequence(String.valueOf(film.getFileName()), moments);
    }

    private static Map<Long, List<Place>> drawn(Path table, Size size) throws IOException {
        Map<Long, List<Place>> drawn = new TreeMap<>();
        for (String line : Files.readAllLines(table)) {
            String[] words = line.split(",", -1);
            double left = Double.parseDouble(words[2]);
            double top = Double.parseDouble(words[3]);
            Box box = Box.clipped(
                    left / size.width(),
                    top / size.height(),
                    (left + Double.parseDouble(words[4])) / size.width(),
                    (top + Double.parseDouble(words[5])) / size.height());
            drawn.computeIfAbsent(Long.parseLong(words[0]) - 1, frame -> new ArrayList<>())
                    .add(new Place(Long.parseLong(words[1]), box));
        }
        return drawn;
    }
}
