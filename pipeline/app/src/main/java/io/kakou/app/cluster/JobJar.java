package io.kakou.app.cluster;

import io.kakou.jobs.room.CommandRoomJob;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The jar for {@code flink run}: the build lays it beside the jobs' usual one. */
public final class JobJar {
    private static final String CLUSTER = "-cluster.jar";

    private JobJar() {}

    /**
     * The one of this build.
     *
     * @throws IOException where the build has made none yet
     */
    public static Path find() throws IOException {
        Path jobs = jobs();
        Path beside = jobs.resolveSibling(String.valueOf(jobs.getFileName()).replaceFirst("\\.jar$", CLUSTER));
        if (Files.isRegularFile(beside) && !beside.equals(jobs)) {
            return beside;
        }
        List<Path> built = built(jobs.resolveSibling(".").normalize());
        if (built.size() != 1) {
            throw new IOException("the jobs' jar for clusters is " + built + " beside " + jobs
                    + "; allowed: one, by mvn package in flink-jobs");
        }
        return built.get(0);
    }

    private static List<Path> built(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(each -> each.toString().endsWith(CLUSTER)).toList();
        }
    }

    private static Path jobs() throws IOException {
        try {
            return Path.of(CommandRoomJob.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
