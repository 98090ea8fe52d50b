package io.kakou.app.cli.models;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.models.card.ModelCard;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.evaluation.Figures;
import io.kakou.models.evaluation.Share;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
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
            "Writes an ONNX head and its card. Minutes on one core; wants 2 GB: KAKOU_JAVA_OPTIONS=-Xmx2g."
        })
public final class ModelsTrainCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "Which: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Words.class)
    private String model = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = {
                "The folder that the sources' pictures lie below. Its own table of sources counts where it has one",
                "(ebike-in-lift.tsv, waterlogging.tsv, muck-truck.tsv); else the program's."
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

    /** For {@code --help}. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(TrainedModel.values()).map(TrainedModel::word).iterator();
        }
    }

    @Override
    public Integer call() {
        TrainedModel wanted = TrainedModel.of(model)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "MODEL is \"" + model + "\"; allowed: " + TrainedModel.words()));
        try {
            Files.createDirectories(out);
            tell(wanted.trainer().train(data, out, this::say));
            return 0;
        } catch (IOException e) {
            throw new CommandFailure("--out " + out + " cannot be written: " + e.getMessage(), e);
        } catch (WeightsUnavailable | UnusableModel | UnreadableDataset e) {
            throw new CommandFailure(e);
        }
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
        lines.println("written: a model and its card, in " + out);
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
