package io.kakou.models.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.models.dataset.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTableTest {
    @TempDir
    private Path folder;

    @Test
    void the_programs_table_is_there_and_a_folders_own_goes_before_it() throws Exception {
        Table own = SourceTable.WATER.of(folder);
        assertThat(own.rows()).extracting(row -> row.get("source")).contains("street-camera");
        String headings = String.join("\t", own.rows().get(0).values().keySet());
        Files.writeString(folder.resolve(SourceTable.WATER.file()), headings + "\n");
        assertThat(SourceTable.WATER.of(folder).rows()).isEmpty();
    }
}
