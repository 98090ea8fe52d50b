package io.kakou.app.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is written stays small for ever. */
class LogsTest {
    private static final int MOST_BYTES = 100_000;

    @TempDir
    private Path folder;

    /** A role that says more than all its files may hold. */
    static final class Talkative {
        private static final Logger LOG = LoggerFactory.getLogger(Talkative.class);

        private Talkative() {}

        public static void main(String[] arguments) {
            for (int i = 0; i < 20_000; i++) {
                LOG.info("a line of some length, of which there will be many, this being number {}", i);
            }
        }
    }

    @Test
    void a_role_that_says_ten_times_what_its_files_hold_keeps_the_newest() throws Exception {
        Path log = folder.resolve("a role.log");
        List<String> command = JavaCommand.of(
                folder.resolve("java.args"),
                List.of(
                        "-Dlogback.configurationFile=io/kakou/app/role-log.xml",
                        "-Dkakou.log.file=" + log,
                        "-Dkakou.log.most=100KB",
                        "-Dkakou.log.look=0 milliseconds",
                        "-DKAKOU_LOG=INFO"),
                List.of(Talkative.class.getName()));
        Path errors = folder.resolve("errors");
        ProcessBuilder program =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(errors.toFile());
        // Java says that it was given them.
        program.environment().remove("JDK_JAVA_OPTIONS");
        Process process = program.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();

        assertThat(errors).isEmptyFile();
        assertThat(Files.readAllLines(log)).last().asString().endsWith("this being number 19999");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> logs = files.filter(file -> file.getFileName().toString().startsWith("a role.log"))
                    .toList();
            assertThat(logs).hasSize(5).allSatisfy(file -> assertThat(Files.size(file))
                    .isLessThan(2 * MOST_BYTES));
        }
    }

    @Test
    void what_a_process_goes_on_appending_to_is_emptied_under_its_hands_and_the_end_is_kept() throws Exception {
        Path file = folder.resolve("role.err");
        BoundedFiles bounded = new BoundedFiles(List.of(file, folder.resolve("none.err")), MOST_BYTES);
        try (bounded;
                OutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write(new byte[3 * MOST_BYTES]);
            out.write("the end".getBytes(UTF_8));
            bounded.look();
            out.write("and on".getBytes(UTF_8));
            bounded.look();
        }
        assertThat(file).hasContent("and on");
        assertThat(folder.resolve("role.err.old")).hasSize(MOST_BYTES).content().endsWith("the end");
    }
}
