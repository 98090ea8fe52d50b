package io.kakou.app.cli.judge;

import io.kakou.analysis.decode.UnreadableVideo;
import io.kakou.analysis.watch.FileWatch;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.cli.end.Stopper;
import io.kakou.app.cli.watch.CameraName;
import io.kakou.app.cli.watch.WatchOptions;
import io.kakou.app.detector.Detectors;
import io.kakou.events.Camera;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.WeightsUnavailable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou judge}: the line over files, at full speed. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Judges video files or pictures as if a camera had shown them, and writes each alert on a line.",
            "A still picture is judged as a camera that shows nothing else. Exit code 1 if a file could not be read."
        })
public final class JudgeCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Videos or pictures: whatever FFmpeg reads.")
    private List<Path> files = new ArrayList<>();

    @Mixin
    private final WatchOptions watch = new WatchOptions();

    @Mixin
    private final JudgeOutput output = new JudgeOutput();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Path> all = allFiles();
        watch.cautions().forEach(this::say);
        int unreadable = 0;
        try (Stopper stopper = new Stopper();
                Detectors detectors = Detectors.open(watch.model(), watch.stock(), this::say);
                JudgeReport report = new JudgeReport(output, spec.commandLine())) {
            Judging judging = new Judging(detectors, report, stopper);
            for (Path file : all) {
                unreadable += stopper.isAsked() || judged(file, judging) ? 0 : 1;
            }
        } catch (WeightsUnavailable | UnusableModel e) {
            throw new CommandFailure(e);
        }
        return unreadable == 0 ? 0 : CommandFailure.EXIT_CODE;
    }

    /** What all files are judged with. */
    private record Judging(Detectors detectors, JudgeReport report, Stopper stopper) {}

    /** Whether the file could be read; one that Ctrl-C cut short is reported as far as it was judged. */
    private boolean judged(Path file, Judging with) {
        Camera camera = watch.camera(CameraName.of(file), null);
        try (FileWatch footage = new FileWatch(file, watch.over(camera, with.detectors()))) {
            with.report().begin(file, camera);
            FileWatch.Seen seen = footage.next();
            while (seen != null && !with.stopper().isAsked()) {
                with.report().look(footage, seen);
                seen = footage.next();
            }
            with.report().end(footage);
            return true;
        } catch (UnreadableVideo e) {
            say(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private List<Path> allFiles() {
        List<Path> all = new ArrayList<>(files);
        try {
            watch.wordsAfterZone().stream().map(Path::of).forEach(all::add);
            watch.zone();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        if (all.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "no FILE; allowed: one or more videos or pictures");
        }
        return all;
    }

    private void say(String line) {
        spec.commandLine().getErr().println("kakou: " + line);
    }
}
