package io.kakou.app.cli.models;

import io.kakou.models.dataset.Table;
import io.kakou.models.dataset.UnreadableDataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is true of pictures: a table of {@code file}, {@code camera}, {@code truth}, {@code reference} between tabs. */
final class TruthFile {
    private static final Set<String> YES = Set.of("yes", "true", "1", "e-bike");
    private static final Set<String> NO = Set.of("no", "false", "0", "none");

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
        for (Table.Row row :
                Table.read(table, "file", "camera", "truth", "reference").rows()) {
            Path file = pictures.resolve(row.get("file"));
            if (!Files.isRegularFile(file)) {
                throw row.refused("file", "a picture in " + pictures);
            }
            boolean reference = isYes(row, "reference");
            all.add(new Labelled(file, row.get("camera"), reference ? null : (Boolean) isYes(row, "truth")));
        }
        return all;
    }

    private static boolean isYes(Table.Row row, String column) throws UnreadableDataset {
        String word = row.get(column);
        boolean mayBeEmpty = column.equals("reference") && word.isEmpty();
        if (!YES.contains(word) && !NO.contains(word) && !mayBeEmpty) {
            throw row.refused(column, column.equals("truth") ? "yes, no (or e-bike, none; 1, 0)" : "yes, no, empty");
        }
        return YES.contains(word);
    }
}
