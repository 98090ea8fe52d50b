package io.kakou.app.cli.models;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.detector.Detectors;
import io.kakou.models.card.ModelCard;
import io.kakou.models.dataset.Dataset;
import io.kakou.models.dataset.Sample;
import io.kakou.models.dataset.Table;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.ebike.EbikeDetector;
import io.kakou.models.ebike.EbikeHead;
import io.kakou.models.evaluation.Figures;
import io.kakou.models.evaluation.Share;
import io.kakou.models.features.Backbone;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.training.EbikeCard;
import io.kakou.models.training.EbikeSources;
import io.kakou.models.training.EbikeTraining;
import io.kakou.models.weights.CocoPart;
import io.kakou.models.weights.Weights;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou models train}: from labelled pictures to a head and its card. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Trains a model and says how good it is on pictures that it was not trained on, whole groups left out.",
            "ebike: minutes on one core; wants 2 GB: KAKOU_JAVA_OPTIONS=-Xmx2g. Writes " + EbikeHead.ONNX + " and "
                    + EbikeHead.CARD + "."
        })
public final class ModelsTrainCommand implements Callable<Integer> {
    private static final String EBIKE = "ebike";

    @Parameters(index = "0", paramLabel = "MODEL", description = "Which: ebike.")
    private String model = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = {
                "The folder that the sources' pictures lie below. Its own table of sources, " + EbikeSources.FILE + ",",
                "counts where it has one; else the program's."
            })
    private Path data = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "trained",
            description = "Where the model and its card go; default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!model.equals(EBIKE)) {
            throw new ParameterException(spec.commandLine(), "MODEL is \"" + model + "\"; allowed: " + EBIKE);
        }
        try {
            Files.createDirectories(out);
            Weights weights = Detectors.weights(CocoPart.MAPS_300, this::say);
            try (Backbone backbone = new Backbone(CocoPart.MAPS_300, weights)) {
                backbone.start();
                train(backbone, weights);
            }
            return 0;
        } catch (IOException e) {
            throw new CommandFailure("--out " + out + " cannot be written: " + e.getMessage(), e);
        } catch (WeightsUnavailable | UnusableModel | UnreadableDataset e) {
            throw new CommandFailure(e);
        }
    }

    private void train(Backbone backbone, Weights weights) throws UnreadableDataset, IOException {
        Table sources = EbikeSources.of(data);
        EbikeTraining.Settings settings = EbikeTraining.Settings.DEFAULT;
        List<Sample> samples;
        EbikeTraining.Outcome outcome;
        try (FilmFrames films = new FilmFrames()) {
            samples = Dataset.read(data, sources, films.of(data, sources), EbikeDetector.LABEL);
            outcome = new EbikeTraining(backbone, settings, this::say).train(samples);
        }
        ModelCard card = EbikeCard.of(
                outcome,
                samples,
                sources,
                new EbikeCard.Origin(weights.name() + "@" + weights.sha256(), settings, LocalDate.now(ZoneOffset.UTC)));
        Files.write(out.resolve(EbikeHead.ONNX), outcome.onnx());
        Files.write(out.resolve(EbikeHead.CARD), card.toBytes());
        tell(card);
    }

    private void tell(ModelCard card) {
        PrintWriter lines = spec.commandLine().getOut();
        for (ModelCard.LeftOut figures : card.figures()) {
            lines.println(figures.split());
            Figures all = figures.all();
            lines.printf(
                    Locale.ROOT,
                    "  recall %s  precision %s  false fires %s  F1 %.3f [%.3f, %.3f]  AP %.3f%n",
                    words(all.recall()),
                    words(all.precision()),
                    words(all.falseFires()),
                    all.f1(),
                    all.f1Low(),
                    all.f1High(),
                    all.averagePrecision());
            figures.fires().forEach((kind, fires) -> lines.println("  fires on " + kind + ": " + words(fires)));
        }
        lines.println("written: " + out.resolve(EbikeHead.ONNX) + ", " + out.resolve(EbikeHead.CARD));
    }

    static String words(Share share) {
        return String.format(
                Locale.ROOT,
                "%d of %d (%.3f [%.3f, %.3f])",
                share.k(),
                share.n(),
                share.value(),
                share.low(),
                share.high());
    }

    private void say(String line) {
        spec.commandLine().getErr().println("kakou: " + line);
    }
}
