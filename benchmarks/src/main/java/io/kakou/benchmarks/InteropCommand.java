package io.kakou.benchmarks;

import io.kakou.benchmarks.interop.Interop;
import io.kakou.benchmarks.interop.Outcome;
import io.kakou.benchmarks.interop.Server;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kakou bench interop}. */
@Command(
        name = "interop",
        mixinStandardHelpOptions = true,
        description = {
            "Plays films from gst-rtsp-server, from FFmpeg's RTSP output behind a relay, and from VLC, over TCP and UDP, in",
            "H.264, H.265 and JPEG, and compares what comes with the film: a line of JSON a case. Ends with 1 where a case",
            "fails; one whose program is not on this machine has a note instead of a verdict. Needs the ffmpeg program."
        })
final class InteropCommand implements Callable<Integer> {
    @Option(
            names = "--servers",
            split = ",",
            defaultValue = "GSTREAMER,FFMPEG,VLC",
            paramLabel = "NAME",
            description = "Whose: ${COMPLETION-CANDIDATES}; all of them where none is named.")
    private List<Server> servers = List.of();

    @Option(
            names = "--seconds",
            defaultValue = "10",
            paramLabel = "S",
            description = "Of each film; ${DEFAULT-VALUE} s.")
    private double seconds;

    @Option(names = "--out", paramLabel = "FILE", description = "Takes the lines too, behind those it has.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        Machine machine = Machine.here();
        boolean failed = false;
        try (Interop interop = Interop.open(seconds)) {
            for (Server server : servers) {
                for (Interop.Case each : Interop.cases(server)) {
                    Outcome outcome = interop.run(each);
                    Lines.tell("interop", outcome, machine, out);
                    failed |= Boolean.FALSE.equals(outcome.ok());
                }
            }
        }
        return failed ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }
}
