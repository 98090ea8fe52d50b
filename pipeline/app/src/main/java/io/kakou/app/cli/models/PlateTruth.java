package io.kakou.app.cli.models;

import io.kakou.models.Box;
import io.kakou.models.dataset.Table;
import io.kakou.models.dataset.UnreadableDataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What plates say: a table of {@code file}, {@code camera}, {@code truth} (the plate), {@code reference}, and, where it has
 * that column, {@code box}: the plate's left, top, right and bottom edge in pixels, between commas.
 */
final class PlateTruth {
    private PlateTruth() {}

    /**
     * One plate.
     *
     * @param edges in pixels, or null where the whole picture counts
     */
    record Labelled(Path file, String text, @Nullable List<Integer> edges) {
        /** Within a picture of this size. */
        Box box(int width, int height) {
            return edges == null
                    ? new Box(0, 0, 1, 1)
                    : Box.clipped(
                            edges.get(0) / (double) width,
                            edges.get(1) / (double) height,
                            edges.get(2) / (double) width,
                            edges.get(3) / (double) height);
        }
    }

    static List<Labelled> read(Path table, Path pictures) throws UnreadableDataset {
        List<Labelled> all = new ArrayList<>();
        for (Table.Row row :
                Table.read(table, "file", "camera", "truth", "reference").rows()) {
            Path file = pictures.resolve(row.get("file"));
            if (!Files.isRegularFile(file)) {
                throw row.refused("file", "a picture in " + pictures);
            }
            String text = row.get("truth").replaceAll("[\\s·•.\\-]", "").toUpperCase(Locale.ROOT);
            if (text.length() < 5) {
                throw row.refused("truth", "what the plate says, as 浙A12345");
            }
            all.add(new Labelled(file, text, edges(row)));
        }
        return all;
    }

    private static @Nullable List<Integer> edges(Table.Row row) throws UnreadableDataset {
        String words = row.get("box");
        if (words.isEmpty()) {
            return null;
        }
        if (!words.matches("\\d{1,6}(,\\d{1,6}){3}")) {
            throw row.refused("box", "left,top,right,bottom in pixels, or empty");
        }
        return Arrays.stream(words.split(",", -1)).map(Integer::valueOf).toList();
    }
}
