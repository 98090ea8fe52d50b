package io.kakou.app.cli.cluster;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.cluster.Cluster;
import io.kakou.app.cluster.JobJar;
import io.kakou.app.cluster.Part;
import io.kakou.app.cluster.Submission;
import io.kakou.app.services.LogService;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou cluster}: the commands by name. */
@Command(
        name = "cluster",
        mixinStandardHelpOptions = true,
        description = {
            "The jobs scaled out on this machine: a Kafka broker, PostgreSQL, ZooKeeper, a standalone Flink with two",
            "TaskManagers, each a process of its own, in one folder. To try operations before a street's own cluster."
        })
public final class ClusterCommand implements Runnable {
    private static final String FOLDER = "Where everything lies; made where it is missing.";
    private static final String SLOTS = "On so many slots, 1 to 4.";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "nothing to do; allowed: start, submit, savepoint, rescale, status, stop");
    }

    @Command(description = "Starts every part that does not run.")
    int start(@Parameters(paramLabel = "DIR", description = FOLDER) Path folder) {
        return on(folder, cluster -> {
            cluster.start();
            tell(cluster);
        });
    }

    @Command(description = "Hands in the rooms' job, as flink run does.")
    int submit(
            @Parameters(paramLabel = "DIR", description = FOLDER) Path folder,
            @Option(names = "--parallelism", defaultValue = "1", paramLabel = "N", description = SLOTS) int parallelism,
            @Option(names = "--savepoint", paramLabel = "PATH", description = "Goes on from it.") @Nullable
                    String savepoint,
            @Option(names = "--jar", paramLabel = "FILE", description = "Another than this build's.") @Nullable
                    Path jar) {
        return on(folder, cluster -> {
            Path handedIn = jar == null ? JobJar.find() : jar;
            out().println("job " + cluster.submit(new Submission(handedIn, parallelism, savepoint, List.of()))
                    + " runs");
        });
    }

    @Command(description = "Ends the job with a savepoint, to go on from by submit --savepoint.")
    int savepoint(@Parameters(paramLabel = "DIR", description = FOLDER) Path folder) {
        return on(folder, cluster -> out().println(cluster.stopWithSavepoint()));
    }

    @Command(description = "Ends the job with a savepoint, and goes on from it on so many slots.")
    int rescale(
            @Parameters(index = "0", paramLabel = "DIR", description = FOLDER) Path folder,
            @Parameters(index = "1", paramLabel = "N", description = SLOTS) int parallelism) {
        return on(folder, cluster -> {
            Submission next = new Submission(JobJar.find(), parallelism, null, List.of());
            String savepoint = cluster.stopWithSavepoint();
            out().println("job " + cluster.submit(next.from(savepoint)) + " runs on " + parallelism + ", from "
                    + savepoint);
        });
    }

    @Command(description = "Says what runs, and where.")
    int status(@Parameters(paramLabel = "DIR", description = FOLDER) Path folder) {
        return on(folder, cluster -> {
            tell(cluster);
            out().println("job: " + cluster.status());
        });
    }

    @Command(description = "Ends every part; what was written stays.")
    int stop(@Parameters(paramLabel = "DIR", description = FOLDER) Path folder) {
        return on(folder, Cluster::stop);
    }

    private void tell(Cluster cluster) throws IOException {
        for (Map.Entry<Part, Long> each : cluster.processes().entrySet()) {
            out().println(each.getKey().word() + ": process " + each.getValue());
        }
        LogService log = cluster.log();
        out().println(log + ", its clients' settings in run/clients.properties once a job was handed in");
    }

    /** What is done with it. */
    private interface Deed {
        void on(Cluster cluster) throws IOException, InterruptedException;
    }

    private static int on(Path folder, Deed deed) {
        try {
            // Not closed: its processes stay.
            deed.on(Cluster.in(folder));
            return 0;
        } catch (IOException | IllegalStateException e) {
            throw new CommandFailure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CommandFailure.EXIT_CODE;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
