package io.kakou.analysis.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashLogTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void every_line_stands_on_the_one_before_over_restarts_and_days() throws Exception {
        add(NOON, "a", "b");
        add(NOON.plusSeconds(60), "c");
        add(NOON.plusSeconds(86_400), "d");
        byte[] first = day("2026-05-01");
        assertThat(RootCheck.chain(first, HashLine.NO_ROOT)).isEmpty();
        String root = lastRoot(first);
        assertThat(RootCheck.chain(day("2026-05-02"), root)).isEmpty();
        assertThat(RootCheck.chain(day("2026-05-02"), HashLine.NO_ROOT)).hasSize(1);
    }

    @Test
    void a_line_changed_taken_out_or_put_in_is_found() throws Exception {
        add(NOON, "a", "b", "c");
        List<String> lines = new String(day("2026-05-01"), UTF_8).lines().toList();
        assertThat(problem(lines)).isEmpty();
        assertThat(problem(List.of(lines.get(0), lines.get(2))))
                .containsExactly("line 2 (c) does not stand on the line before it");
        assertThat(problem(List.of(lines.get(0), lines.get(1).replace("\"b\"", "\"x\""), lines.get(2))))
                .containsExactly("line 2 (x) does not stand on the line before it");
        assertThat(problem(List.of(lines.get(1), lines.get(0), lines.get(2)))).hasSize(1);
        assertThat(problem(List.of(lines.get(0), "{"))).hasSize(1);
    }

    @Test
    void half_a_line_that_a_power_cut_left_goes_and_the_chain_goes_on() throws Exception {
        add(NOON, "a");
        Files.writeString(log("2026-05-01"), "{\"at\":\"2026-0", StandardOpenOption.APPEND);
        add(NOON, "b");
        byte[] log = day("2026-05-01");
        assertThat(new String(log, UTF_8).lines()).hasSize(2);
        assertThat(RootCheck.chain(log, HashLine.NO_ROOT)).isEmpty();
    }

    private static List<String> problem(List<String> lines) {
        return RootCheck.chain(String.join("\n", lines).getBytes(UTF_8), HashLine.NO_ROOT);
    }

    private void add(Instant at, String... keys) throws Exception {
        try (HashLog log = new HashLog(folder, () -> at)) {
            List<Boolean> turned = new ArrayList<>();
            for (String key : keys) {
                turned.add(log.add(key, key.getBytes(UTF_8)));
            }
            assertThat(turned).hasSize(keys.length);
        }
    }

    private byte[] day(String date) throws Exception {
        return Files.readAllBytes(log(date));
    }

    private Path log(String date) {
        return folder.resolve("roots").resolve(date + ".jsonl");
    }

    private static String lastRoot(byte[] log) throws Exception {
        List<String> lines = new String(log, UTF_8).lines().toList();
        return Json.read(HashLine.class, lines.get(lines.size() - 1).getBytes(UTF_8))
                .root();
    }
}
