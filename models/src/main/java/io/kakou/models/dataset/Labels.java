package io.kakou.models.dataset;

import io.kakou.models.Box;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Boxes as others keep them, a file a picture. */
public final class Labels {
    private Labels() {}

    /** A box and the word or number of its class. */
    public record Labelled(String label, Box box) {}

    /**
     * YOLO: {@code class x y width height} a line, middles and sizes relative to the picture. No file: nothing there.
     *
     * @throws UnreadableDataset naming file, line and value
     */
    public static List<Labelled> yolo(Path file) throws UnreadableDataset {
        List<Labelled> boxes = new ArrayList<>();
        if (!Files.exists(file)) {
            return boxes;
        }
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                boxes.add(yolo(file, i + 1, lines.get(i)));
            }
        }
        return boxes;
    }

    private static Labelled yolo(Path file, int line, String text) throws UnreadableDataset {
        String[] words = text.strip().split("\\s+", -1);
        try {
            double x = Double.parseDouble(words[1]);
            double y = Double.parseDouble(words[2]);
            double w = Double.parseDouble(words[3]) / 2;
            double h = Double.parseDouble(words[4]) / 2;
            return new Labelled(words[0], Box.clipped(x - w, y - h, x + w, y + h));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new UnreadableDataset(
                    file + " line " + line + ": \"" + text + "\"; allowed: class x y width height", e);
        }
    }

    /**
     * PASCAL VOC: one XML a picture, corners in pixels.
     *
     * @throws UnreadableDataset naming the file
     */
    static List<Labelled> voc(Path file) throws UnreadableDataset {
        Element root = Xml.root(file);
        double width = number(file, root, "width");
        double height = number(file, root, "height");
        List<Labelled> boxes = new ArrayList<>();
        for (Element object : Xml.children(root, "object")) {
            boxes.add(new Labelled(
                    Xml.text(object, "name"),
                    Box.clipped(
                            number(file, object, "xmin") / width,
                            number(file, object, "ymin") / height,
                            number(file, object, "xmax") / width,
                            number(file, object, "ymax") / height)));
        }
        return boxes;
    }

    /** The truth of a picture: the first wanted class that is in it, in the order wanted; and its boxes. */
    static Sample truth(Sample unlabelled, List<Labelled> found, Map<String, String> classes) {
        List<String> words = found.stream()
                .map(one -> classes.getOrDefault(one.label(), Sample.NONE))
                .toList();
        for (String word : classes.values()) {
            if (words.contains(word)) {
                List<Box> boxes = new ArrayList<>();
                for (int i = 0; i < found.size(); i++) {
                    if (words.get(i).equals(word)) {
                        boxes.add(found.get(i).box());
                    }
                }
                return new Sample(unlabelled.file(), unlabelled.source(), unlabelled.group(), word, boxes);
            }
        }
        return unlabelled;
    }

    private static double number(Path file, Element in, String name) throws UnreadableDataset {
        String text = Xml.text(in, name);
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new UnreadableDataset(file + ": " + name + " is \"" + text + "\"; allowed: a number of pixels", e);
        }
    }

    private static List<String> lines(Path file) throws UnreadableDataset {
        try {
            return Files.readAllLines(file);
        } catch (java.io.IOException e) {
            throw new UnreadableDataset(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
