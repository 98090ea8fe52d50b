package io.kakou.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.kakou.models.weights.CacheFolder;
import io.kakou.models.weights.CocoWeights;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Each benchmark once, on a short film, so that none rots; figures are for real runs. */
@SuppressWarnings("NullAway.Init") // JUnit stages the film first.
class BenchmarksTest {
    private static final int FRAMES = 80;

    private static Path film;

    @BeforeAll
    static void stage(@TempDir Path folder) throws IOException {
        film = folder.resolve("staged.mp4");
        Scene.film(film, FRAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"decode", "keyframes", "scaleToRgb", "scaleToGrey", "gate"})
    void runsBesideTheFfmpegOfTheSameLibraries(String name) throws RunnerException {
        assertThat(run(name)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.ours()).hasSize(1);
            assertThat(row.peer()).hasSize(1);
        });
    }

    @Test
    void detectsBesideOnnxRuntimeAlone() throws RunnerException {
        skipWithoutWeights();
        Row row = run("detect").get(0);
        assertThat(row.oursMedian()).isPositive();
        assertThat(row.peerMedian()).isPositive();
        assertThat(row.ratio()).isPositive();
    }

    @Test
    void tracksWithoutAPeer() throws RunnerException {
        assertThat(run("track")).hasSize(3).allSatisfy(row -> {
            assertThat(row.oursMedian()).isPositive();
            assertThat(row.ratio()).isNull();
        });
    }

    private static List<Row> run(String name) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("\\." + name + "$")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(50))
                .param("film", film.toString())
                .param("frames", Integer.toString(FRAMES))
                .param("ffmpeg", "BUNDLED")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.stream().map(Row::of).toList();
    }

    private static void skipWithoutWeights() {
        Path cache = CacheFolder.of(System.getenv(), Path.of(System.getProperty("user.home")));
        try {
            CocoWeights.fetch(cache, NpmCommand.ofPath(), System.out::println);
        } catch (WeightsUnavailable e) {
            abort("skipped, the weights cannot be had here: " + e.getMessage());
        }
    }
}
