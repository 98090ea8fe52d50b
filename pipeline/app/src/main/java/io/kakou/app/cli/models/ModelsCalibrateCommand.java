package io.kakou.app.cli.models;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.detector.Detectors;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import io.kakou.models.dataset.PictureFile;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.int8.Ranges;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.scaling.Stretch;
import io.kakou.models.weights.CocoInt8;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.Weights;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kakou models calibrate}: from pictures to the ranges by which the stock detector becomes one of 8 bits. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Looks at pictures with the stock detector and writes the ranges of the values in it, by which it is turned into",
            "whole numbers of 8 bits. Take pictures that it will not be judged by. A minute on one core."
        })
public final class ModelsCalibrateCommand implements Callable<Integer> {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The folder that the sources' pictures lie below.")
    private Path data = Path.of("");

    @Option(
            names = "--sources",
            split = ",",
            paramLabel = "DIR",
            defaultValue = "flood/pothole,flood/weather,truck/site-crops,child/forecourt-indoor,flood/street-camera",
            description = "Folders below it; default: ${DEFAULT-VALUE}.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--each",
            paramLabel = "N",
            defaultValue = "25",
            description = "Pictures of each, evenly taken; default: ${DEFAULT-VALUE}.")
    private int each;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "ranges.json",
            description = "Where the ranges go; default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            List<Picture> pictures = new ArrayList<>();
            for (String source : sources) {
                read(data.resolve(source), pictures);
            }
            Weights weights = Detectors.weights(CocoPart.DETECTOR, this::say);
            Ranges ranges = CocoInt8.calibrate(weights, pictures, String.join(", ", sources));
            Files.writeString(out, ranges.toJson());
            spec.commandLine().getOut().println("written: ranges from " + pictures.size() + " pictures, in " + out);
            return 0;
        } catch (IOException e) {
            throw new CommandFailure("--out " + out + " cannot be written: " + e.getMessage(), e);
        } catch (WeightsUnavailable | UnusableModel | UnreadableDataset e) {
            throw new CommandFailure(e);
        }
    }

    private void read(Path folder, List<Picture> pictures) throws UnreadableDataset {
        List<Path> files = PictureFile.in(folder);
        int step = Math.max(1, files.size() / Math.max(1, each));
        for (int i = 0; i < files.size() && i / step < each; i += step) {
            Size size = CocoPart.DETECTOR.input();
            Picture fitted = Picture.allocate(size.width(), size.height());
            Stretch.into(fitted.rgb(), PictureFile.read(files.get(i)), size);
            pictures.add(fitted);
        }
    }

    private void say(String line) {
        spec.commandLine().getErr().println("kakou: " + line);
    }
}
