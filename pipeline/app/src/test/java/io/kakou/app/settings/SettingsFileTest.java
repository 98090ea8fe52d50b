package io.kakou.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
    @TempDir
    private Path folder;

    @Test
    void an_empty_file_means_all_defaults() throws Exception {
        assertThat(SettingsFile.read(written(""))).isEqualTo(RunSettings.defaults(folder.toAbsolutePath()));
    }

    @Test
    void what_is_written_holds_and_paths_are_beside_the_file() throws Exception {
        RunSettings read =
                SettingsFile.read(written("data: d\nconsole:\n  port: 9000\nheapMegabytes: {analysis: 2048}\n"));

        assertThat(read.data()).isEqualTo(folder.toAbsolutePath().resolve("d"));
        assertThat(read.console()).isEqualTo(new RunSettings.Console("127.0.0.1", 9000));
        assertThat(read.heaps()).isEqualTo(new RunSettings.Heaps(512, 768, 2048));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour: 1 | key \"colour\" is not known; allowed: data, console, heapMegabytes, loops, seed",
                "console: {prot: 1} | key \"console.prot\" is not known; allowed: host, port",
                "console: {port: any} | key \"console.port\" is \"any\"; allowed: 0 to 65535",
                "console: {port: 65536} | key \"console.port\" is 65536; allowed: 0 to 65535",
                "console: {port: 1.5} | key \"console.port\" is 1.5; allowed: 0 to 65535",
                "console: {host: 0.0.0.0} | key \"console.host\" is \"0.0.0.0\"; allowed: 127.0.0.1",
                "console: 7 | key \"console\" is 7; allowed: keys with values",
                "loops: 0 | key \"loops\" is 0; allowed: 1 to 64",
                "data: 5 | key \"data\" is 5; allowed: a path",
                "heapMegabytes: {log: 1} | key \"heapMegabytes.log\" is 1; allowed: 128 to 65536",
            })
    void a_wrong_line_is_named_with_what_is_allowed(String text, String problem) throws Exception {
        Path file = written(text);
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> SettingsFile.read(file))
                .withMessage("kakou.yml: " + problem);
    }

    @Test
    void every_problem_is_told_at_once() throws Exception {
        Path file = written("loops: x\ncolour: 1\nconsole: {port: -1}\nseed: {areas: none.geojson}\n");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> SettingsFile.read(file))
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(4));
    }

    @Test
    void what_is_no_yaml_or_not_there_is_one_line() throws Exception {
        Path bad = written("a: [");
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> SettingsFile.read(bad))
                .satisfies(e -> assertThat(e.getMessage())
                        .startsWith("kakou.yml: line ")
                        .hasLineCount(1));
        assertThatExceptionOfType(InvalidSettings.class)
                .isThrownBy(() -> SettingsFile.read(folder.resolve("none.yml")))
                .withMessageStartingWith("none.yml: it cannot be read");
    }

    private Path written(String text) throws Exception {
        return Files.writeString(folder.resolve("kakou.yml"), text);
    }
}
