package io.kakou.benchmarks.boxes;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.decode.VideoFile;
import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.dataset.Labels;
import io.kakou.models.dataset.Labels.Labelled;
import io.kakou.models.dataset.PictureFile;
import io.kakou.models.dataset.UnreadableDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A picture and what people drew in it.
 *
 * @param drawn with the detector's words
 */
public record Example(Picture picture, List<Labelled> drawn) {
    /**
     * Pictures with a text file each, of the same name.
     *
     * @param classes the detector's words by the files' numbers; boxes of others are left out
     */
    public static List<Example> yolo(Path pictures, Path labels, Map<String, String> classes) throws UnreadableDataset {
        List<Example> all = new ArrayList<>();
        for (Path file : PictureFile.in(pictures)) {
            String name = String.valueOf(pictures.relativize(file)).replaceFirst("\\.[^.]+$", ".txt");
            List<Labelled> drawn = Labels.yolo(labels.resolve(name)).stream()
                    .filter(one -> classes.containsKey(one.label()))
                    .map(one -> new Labelled(classes.getOrDefault(one.label(), ""), one.box()))
                    .toList();
            all.add(new Example(PictureFile.read(file), drawn));
        }
        return all;
    }

    /**
     * A film's frames with people's boxes.
     *
     * @param size of the film, in whose pixels the table is
     * @param table MOT: frame from 1, id, left, top, width, height
     */
    public static List<Example> people(Path film, Size size, Path table) throws IOException, UnreadableVideo {
        Map<Long, List<Labelled>> drawn = new TreeMap<>();
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
                    .add(new Labelled("person", box));
        }
        List<Example> all = new ArrayList<>();
        try (VideoFile video = VideoFile.open(film);
                Scaler scaler = new Scaler(size)) {
            for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
                List<Labelled> there = drawn.get(frame.number());
                if (there != null) {
                    all.add(new Example(scaler.picture(frame, Picture.allocate(size.width(), size.height())), there));
                }
            }
        }
        return all;
    }
}
