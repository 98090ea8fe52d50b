package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.process.JavaCommand;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One command of {@code kakou} as a process of its own, with a password in its environment as people give it. */
final class KakouProcess {
    private static final long PATIENCE_SECONDS = 60;

    private KakouProcess() {}

    /** What it prints, once it has ended so. */
    static List<String> run(Path folder, int exit, List<String> words) throws Exception {
        List<String> line = new ArrayList<>(List.of("io.kakou.app.Kakou"));
        line.addAll(words);
        ProcessBuilder builder = new ProcessBuilder(
                        JavaCommand.of(folder.resolve("command.args"), List.of("-Xmx128m"), line))
                .redirectErrorStream(true);
        builder.environment().put("KAKOU_PASSWORD", People.PASSWORD);
        logOwnWay(builder);
        Process process = builder.start();
        List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(each -> !each.startsWith("NOTE: "))
                .toList();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join("\n", said)).isEqualTo(exit);
        return said;
    }

    /** The tests' own settings of logs, which are on the class path too, would print them. */
    static void logOwnWay(ProcessBuilder program) {
        program.environment()
                .merge("JDK_JAVA_OPTIONS", "-Dlogback.configurationFile=logback.xml", (all, ours) -> all + " " + ours);
    }
}
