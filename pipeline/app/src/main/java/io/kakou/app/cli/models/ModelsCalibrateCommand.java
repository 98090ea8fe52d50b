package io.kakou.app.cli.models;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.models.Picture;
import io.kakou.models.dataset.PictureFile;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.quantise.Calibration;
import io.kakou.models.quantise.Ranges;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.CocoWeights;
import io.kakou.models.weights.NpmCommand;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou models calibrate}: how large the stock detector's values become, for its form in eight bits. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Looks at pictures with the stock detector and writes how large its values become: what its form in eight bits goes by.",
            "The pictures need no labels; they should look like what cameras show, by day and by night."
        })
public final class ModelsCalibrateCommand implements Callable<Integer> {
    private static final long SEED = 7;

    @Option(names = "--pictures", required = true, arity = "1..*", paramLabel = "DIR", description = "Folders of them.")
    private List<Path> pictures = new ArrayList<>();

    @Option(names = "--most", defaultValue = "300", paramLabel = "N", description = "So many of them, by lot.")
    private int most;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Takes the ranges, in JSON.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<Path> files = files();
        try (Calibration calibration =
                new Calibration(CocoWeights.folded(NpmCommand.ofPath()), CocoPart.DETECTOR_WITH_MAP.input())) {
            for (Path file : files) {
                see(calibration, file);
            }
            Ranges ranges = calibration.ranges();
            Files.write(out, ranges.toJson());
            spec.commandLine()
                    .getOut()
                    .println(ranges.pictures() + " pictures, " + ranges.values().size() + " values");
            return 0;
        } catch (WeightsUnavailable | UnusableModel e) {
            throw new CommandFailure(e);
        }
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (Path folder : pictures) {
            if (!Files.isDirectory(folder)) {
                throw new ParameterException(
                        spec.commandLine(), "--pictures is " + folder + "; allowed: a folder of pictures");
            }
            files.addAll(in(folder));
        }
        if (files.isEmpty() || most < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    files.size() + " pictures, --most " + most + "; allowed: 1 or more, JPEG, PNG, GIF, BMP");
        }
        Collections.shuffle(files, new Random(SEED));
        return files.subList(0, Math.min(most, files.size()));
    }

    private static List<Path> in(Path folder) {
        try {
            return PictureFile.in(folder);
        } catch (UnreadableDataset e) {
            throw new CommandFailure(e);
        }
    }

    private void see(Calibration calibration, Path file) {
        try {
            Picture picture = PictureFile.read(file);
            calibration.see(picture);
        } catch (UnreadableDataset e) {
            spec.commandLine().getErr().println("kakou: " + e.getMessage());
        }
    }
}
