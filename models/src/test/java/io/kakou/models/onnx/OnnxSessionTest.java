package io.kakou.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxSessionTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void a_file_that_is_no_model_is_named_in_one_line() throws Exception {
        Path file = Files.writeString(folder.resolve("text.onnx"), "not a model");
        refuses(file);
    }

    @Test
    void a_file_that_is_not_there_is_named_in_one_line() {
        refuses(folder.resolve("absent.onnx"));
    }

    @Test
    void before_its_start_it_says_so() {
        try (OnnxSession session = new OnnxSession(folder.resolve("any.onnx"))) {
            assertThatThrownBy(() -> session.run(ByteBuffer.allocate(1), 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("any.onnx is not started");
        }
    }

    @Test
    void a_process_that_ran_leaves_no_folder_behind() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/maps")), "needs platform: only Linux tells what it has loaded");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loading.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(names()).noneMatch(name -> name.startsWith("onnxruntime"));
    }

    private void refuses(Path file) {
        try (OnnxSession session = new OnnxSession(file)) {
            assertThatThrownBy(session::start)
                    .isInstanceOf(UnusableModel.class)
                    .hasMessageStartingWith(file + " is no ONNX model that can run here: ")
                    .message()
                    .doesNotContain("\n");
        }
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /** A process that loads the runtime and ends. */
    static final class Loading {
        private Loading() {}

        public static void main(String[] args) {
            try (OnnxSession session = new OnnxSession(Path.of("no-such.onnx").toAbsolutePath())) {
                session.start();
                System.exit(1);
            } catch (UnusableModel e) {
                System.exit(0);
            }
        }
    }
}
