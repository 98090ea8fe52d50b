package io.kakou.models.training;

import io.kakou.models.dataset.Table;
import io.kakou.models.dataset.UnreadableDataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The table of the sources that the e-bike head is trained and tested on; see {@link io.kakou.models.dataset.Dataset}. */
public final class EbikeSources {
    public static final String FILE = "ebike-in-lift.tsv";

    private static final String[] COLUMNS = {"source", "folder", "labels", "classes", "groups", "licence"};

    private EbikeSources() {}

    /** The data folder's own table where it has one, else the program's. */
    public static Table of(Path data) throws UnreadableDataset {
        Path own = data.resolve(FILE);
        if (Files.exists(own)) {
            return Table.read(own, COLUMNS);
        }
        try (InputStream in = EbikeSources.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no " + FILE + " beside " + EbikeSources.class.getName());
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Table.of(FILE, text.lines().toList(), COLUMNS);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own table of sources is broken", e);
        }
    }
}
