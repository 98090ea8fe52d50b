package io.kakou.app.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.app.process.JavaCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Flink's own command line, {@code flink run} and {@code flink stop}, as a process of its own. */
final class FlinkCommand {
    private static final String MAIN = "org.apache.flink.client.cli.CliFrontend";
    private static final Pattern JOB = Pattern.compile("JobID ([0-9a-f]{32})");
    private static final Pattern SAVEPOINT = Pattern.compile("Savepoint completed\\. Path: (\\S+)");
    private static final int LONGEST_SECONDS = 180;
    private static final int HEAP_MIB = 256;
    private static final int SHOWN = 3000;

    private final Path argumentFile;
    private final FlinkFolder flink;

    /** @param argumentFile is written for each command */
    FlinkCommand(Path argumentFile, FlinkFolder flink) {
        this.argumentFile = argumentFile;
        this.flink = flink;
    }

    /** The job's id. */
    String run(List<String> options, Path jar, List<String> words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("run", "-d"));
        all.addAll(options);
        all.add(jar.toString());
        all.addAll(words);
        return found(JOB, said(all));
    }

    /** Where the savepoint lies that the job ended with. */
    String stop(String job, Path savepoints) throws IOException, InterruptedException {
        return found(
                SAVEPOINT,
                said(List.of("stop", "--savepointPath", savepoints.toUri().toString(), job)));
    }

    private static String found(Pattern wanted, String said) throws IOException {
        Matcher matcher = wanted.matcher(said);
        if (!matcher.find()) {
            throw new IOException("flink says: " + shown(said));
        }
        return matcher.group(1);
    }

    private String said(List<String> words) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(MAIN));
        all.addAll(words);
        List<String> command = JavaCommand.of(
                argumentFile, FlinkProcesses.flags(HEAP_MIB, flink.logging()), FlinkFolder.classPath(), all);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("FLINK_CONF_DIR", flink.configuration().toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("flink " + words.get(0) + " fails: " + shown(said));
        }
        return said;
    }

    private static String shown(String said) {
        return said.strip().substring(0, Math.min(SHOWN, said.strip().length()));
    }
}
