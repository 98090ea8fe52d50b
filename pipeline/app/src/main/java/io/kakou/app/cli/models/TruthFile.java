package io.kakou.app.cli.models;

import io.kakou.models.dataset.Table;
import io.kakou.models.dataset.UnreadableDataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is true of pictures: a table of {@code file} and {@code truth}, and perhaps {@code camera} and {@code reference},
 * between tabs. Rows whose truth nobody knows are left out.
 */
final class TruthFile {
    private static final Set<String> YES = Set.of("yes", "true", "1");
    private static final Set<String> NO = Set.of("no", "false", "0");
    private static final Set<String> UNKNOWN = Set.of("unsure", "unclear", "unknown");

    private TruthFile() {}

    /**
     * One picture.
     *
     * @param camera that took it; pictures of one camera are no independent evidence
     * @param truth null for a picture that goes into the camera's memory and is not judged
     */
    record Labelled(Path file, String camera, @Nullable Boolean truth) {}

    /** Reads the table; its files are beside {@code pictures}. */
    static List<Labelled> read(Path table, Path pictures) throws UnreadableDataset {
        List<Labelled> all = new ArrayList<>();
        for (Table.Row row : Table.read(table, "file", "truth").rows()) {
            Path file = pictures.resolve(row.get("file"));
            if (!Files.isRegularFile(file)) {
                throw row.refused("file", "a picture in " + pictures);
            }
            boolean reference = isReference(row);
            if (reference || !UNKNOWN.contains(word(row, "truth"))) {
                all.add(new Labelled(file, camera(row), reference ? null : (Boolean) isTrue(row)));
            }
        }
        return all;
    }

    /** A picture of which nobody says where it was taken is a camera of its own. */
    private static String camera(Table.Row row) {
        String camera = row.get("camera");
        return camera.isEmpty() ? row.get("file") : camera;
    }

    private static boolean isReference(Table.Row row) throws UnreadableDataset {
        String word = word(row, "reference");
        if (!YES.contains(word) && !NO.contains(word) && !word.isEmpty()) {
            throw row.refused("reference", "yes, no, empty");
        }
        return YES.contains(word);
    }

    private static boolean isTrue(Table.Row row) throws UnreadableDataset {
        String word = word(row, "truth");
        if (!YES.contains(word) && !NO.contains(word)) {
            throw row.refused("truth", "yes, no, unsure");
        }
        return YES.contains(word);
    }

    private static String word(Table.Row row, String column) {
        return row.get(column).toLowerCase(Locale.ROOT);
    }
}
