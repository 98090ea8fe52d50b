package io.kakou.models.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Labelled pictures below one folder, as a table of sources says. Its columns:
 *
 * <ul>
 *   <li>{@code source}: its name, also the group of pictures that are in none of {@code groups}
 *   <li>{@code folder}: where its pictures are, below the data folder; or a film, whose frames are in {@code films}
 *   <li>{@code labels}: {@code none} (nothing of the kind in any picture), {@code every} (in every picture, nobody has drawn
 *       where), {@code yolo:FOLDER} or {@code voc:FOLDER}
 *   <li>{@code classes}: what the labels' classes mean, most wanted first: {@code 3=motorcycle,1=bicycle}
 *   <li>{@code groups}: {@code name=picture picture …;…} without endings, or empty
 *   <li>{@code licence}: as stated
 * </ul>
 */
public final class Dataset {
    private static final String EVERY = "every";

    private final Path folder;
    private final Map<String, Path> films;
    private final String wanted;

    private Dataset(Path folder, Map<String, Path> films, String wanted) {
        this.folder = folder;
        this.films = films;
        this.wanted = wanted;
    }

    /**
     * All pictures of all sources, in the table's order.
     *
     * @param films folders with the frames of sources that are films, by source
     * @param wanted the event's word for what it looks for, e.g. {@code e-bike}
     * @throws UnreadableDataset naming the file, the line, the value and what is allowed
     */
    public static List<Sample> read(Path folder, Table sources, Map<String, Path> films, String wanted)
            throws UnreadableDataset {
        Dataset dataset = new Dataset(folder, films, wanted);
        List<Sample> samples = new ArrayList<>();
        for (Table.Row source : sources.rows()) {
            samples.addAll(dataset.source(source));
        }
        return samples;
    }

    private List<Sample> source(Table.Row row) throws UnreadableDataset {
        Path pictures = films.getOrDefault(row.get("source"), folder.resolve(row.get("folder")));
        if (!Files.isDirectory(pictures)) {
            throw row.refused("folder", "a folder below " + folder);
        }
        Map<String, String> groups = groups(row);
        List<Sample> samples = new ArrayList<>();
        for (Path file : PictureFile.in(pictures)) {
            String group = groups.getOrDefault(stem(file), row.get("source"));
            samples.add(labelled(row, new Sample(file, row.get("source"), group, Sample.NONE, List.of())));
        }
        return samples;
    }

    private Sample labelled(Table.Row row, Sample sample) throws UnreadableDataset {
        String labels = row.get("labels");
        Path beside = folder.resolve(labels.substring(labels.indexOf(':') + 1));
        if (labels.startsWith("yolo:")) {
            return Labels.truth(sample, Labels.yolo(beside.resolve(stem(sample.file()) + ".txt")), classes(row));
        }
        if (labels.startsWith("voc:")) {
            return Labels.truth(sample, Labels.voc(beside.resolve(stem(sample.file()) + ".xml")), classes(row));
        }
        return switch (labels) {
            case Sample.NONE -> sample;
            case EVERY -> new Sample(sample.file(), sample.source(), sample.group(), wanted, List.of());
            default -> throw row.refused("labels", "none, every, yolo:FOLDER, voc:FOLDER");
        };
    }

    private static Map<String, String> classes(Table.Row row) throws UnreadableDataset {
        Map<String, String> classes = new LinkedHashMap<>();
        for (String one : row.get("classes").split(",", -1)) {
            String[] sides = one.split("=", -1);
            if (sides.length != 2) {
                throw row.refused("classes", "class=word, more behind commas");
            }
            classes.put(sides[0], sides[1]);
        }
        return classes;
    }

    private static Map<String, String> groups(Table.Row row) throws UnreadableDataset {
        Map<String, String> groups = new LinkedHashMap<>();
        if (row.get("groups").isEmpty()) {
            return groups;
        }
        for (String group : row.get("groups").split(";", -1)) {
            String[] sides = group.split("=", -1);
            if (sides.length != 2) {
                throw row.refused("groups", "name=picture picture …, more behind semicolons");
            }
            for (String stem : sides[1].strip().split(" +", -1)) {
                groups.put(stem, sides[0].strip());
            }
        }
        return groups;
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
