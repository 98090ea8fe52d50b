package io.kakou.app.detector;

import io.kakou.models.onnx.UnusableModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of models that people brought or trained, read anew each time: cards ({@code *.json}), each with its ONNX file
 * beside it, in the folder itself or one below it. It need not be there.
 */
public final class ModelFolder {
    private static final int DEEP = 2;

    private final Path folder;

    public ModelFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What lies there.
     *
     * @param models by hash; of two with one hash the first
     * @param troubles why the other cards are none, a line each
     */
    public record Listing(List<BroughtModel> models, List<String> troubles) {}

    /** Reads every card; no model is opened. */
    public Listing list() {
        Map<String, BroughtModel> models = new TreeMap<>();
        List<String> troubles = new ArrayList<>();
        for (Path card : cards()) {
            try {
                BroughtModel model = BroughtModel.read(card);
                models.putIfAbsent(model.hash(), model);
            } catch (UnusableModel e) {
                troubles.add(String.valueOf(e.getMessage()));
            }
        }
        List<BroughtModel> byName = models.values().stream()
                .sorted(Comparator.comparing(BroughtModel::name).thenComparing(BroughtModel::hash))
                .toList();
        return new Listing(byName, List.copyOf(troubles));
    }

    /**
     * The model of this hash.
     *
     * @throws UnusableModel naming those that are there
     */
    public BroughtModel find(String hash) throws UnusableModel {
        Listing all = list();
        for (BroughtModel each : all.models()) {
            if (each.hash().equals(hash)) {
                return each;
            }
        }
        String there = all.models().isEmpty()
                ? "none"
                : all.models().stream()
                        .map(each -> each.name() + " " + each.hash().substring(0, 12))
                        .collect(Collectors.joining(", "));
        throw new UnusableModel("no model " + hash.substring(0, Math.min(12, hash.length())) + " in " + folder
                + "; allowed, of what lies there: " + there);
    }

    private List<Path> cards() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder, DEEP)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read: " + e, e);
        }
    }
}
