package io.kakou.models.training;

import io.kakou.models.dataset.Table;
import io.kakou.models.dataset.UnreadableDataset;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tables of the sources that heads are trained and tested on; see {@link io.kakou.models.dataset.Dataset}. */
public enum SourceTable {
    EBIKE("ebike-in-lift.tsv", "source", "folder", "labels", "classes", "groups", "licence"),
    MUCK_TRUCK("muck-truck.tsv", "source", "folder", "labels", "classes", "groups", "licence", "use", "variations"),
    WATER("waterlogging.tsv", "source", "folder", "labels", "licence");

    private final String file;
    /** Nobody changes it. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final String[] columns;

    SourceTable(String file, String... columns) {
        this.file = file;
        this.columns = columns;
    }

    /** Its name, in a data folder too. */
    public String file() {
        return file;
    }

    /** The data folder's own table where it has one, else the program's. */
    public Table of(Path data) throws UnreadableDataset {
        Path own = data.resolve(file);
        if (Files.exists(own)) {
            return Table.read(own, columns);
        }
        try (InputStream in = SourceTable.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " beside " + SourceTable.class.getName());
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Table.of(file, text.lines().toList(), columns);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own table of sources is broken", e);
        }
    }
}
