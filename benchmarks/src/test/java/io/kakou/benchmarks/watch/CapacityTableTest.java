package io.kakou.benchmarks.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityTableTest {
    @Test
    void each_run_of_a_street_is_a_row_and_other_benches_are_none(@TempDir Path folder) throws Exception {
        Path file = Files.write(
                folder.resolve("lines.jsonl"),
                List.of(
                        """
                        {"bench":"watch","cameras":1562,"weather":"RAIN","settings":["look: {cores: 1.5}"],\
                        "recordedCameras":100,"recordedMiBPerSecond":11.62,"analysisCores":1.104,"totalCores":1.4,\
                        "sourceCores":0.45,"rssMiB":3069.6,"maxStalenessSeconds":74.8,"p95StalenessSeconds":60,\
                        "liftP95StalenessSeconds":11.9,"notWatched":{"GATE":60,"LIFT":0,"ROAD":300}}""",
                        "{\"bench\":\"ingest\",\"cameras\":1562}",
                        "{\"bench\":\"watch\",\"cameras\":50,\"notWatched\":{\"LIFT\":0}}"));

        assertThat(CapacityTable.of(file).lines().skip(2))
                .containsExactly(
                        "| 1,562, in rain, 100 recorded all the time, 11.6 MiB/s, `look: {cores: 1.5}` | 1.10 | 1.40 | 0.45"
                                + " | 3,070 | 74.8 | 60.0 | 11.9 | 60 gate, 300 road |",
                        "| 50 | 0.00 | 0.00 | 0.00 | 0 | 0.0 | 0.0 | 0.0 | none |");
    }
}
