package io.kakou.app.cli.models;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.detector.Detectors;
import io.kakou.app.detector.Stock;
import io.kakou.events.json.Json;
import io.kakou.models.Picture;
import io.kakou.models.dataset.PictureFile;
import io.kakou.models.dataset.UnreadableDataset;
import io.kakou.models.evaluation.Figures;
import io.kakou.models.evaluation.Scored;
import io.kakou.models.evaluation.Share;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.WeightsUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou models evaluate}: how good what runs is on pictures of one's own. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Judges still pictures one by one, at the rule's own threshold.",
            "With --truth: precision, recall, F1, AP with 95 %% intervals, and a threshold curve. Without it a JSON"
                    + " object a",
            "picture: file, event, score, fires, boxes. Exit code 1 if a picture could not be read.",
            "plate: boxes bear what was read, fires says whether it would be told. With --truth: how many are read"
                    + " exactly,",
            "beside the stock recogniser, and how that falls with the plate's width."
        })
public final class ModelsEvaluateCommand implements Callable<Integer> {
    private static final int POINTS = 40;

    @Option(
            names = "--event",
            required = true,
            paramLabel = "EVENT",
            description = "Which: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Words.class)
    private String event = "";

    @Option(names = "--pictures", required = true, paramLabel = "DIR", description = "JPEG, PNG, GIF, BMP.")
    private Path pictures = Path.of("");

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = {
                "A table: file, camera, truth (yes, no, unsure), reference (yes: goes into the camera's memory and is"
                        + " not",
                "judged), with headings, between tabs; files beside --pictures; camera and reference may be left out."
                        + " For",
                "plates truth is what the plate says, and a column box (left,top,right,bottom in pixels) may say where"
                        + " it is."
            })
    private @Nullable Path truth;

    @Option(
            names = "--mistakes",
            paramLabel = "DIR",
            description = "Writes the pictures judged wrongly, worst by name.")
    private @Nullable Path mistakes;

    @Option(
            names = "--model",
            paramLabel = "CARD",
            description = "Judge with a detector of your own: its card in JSON, beside its ONNX file (README: Models).")
    private @Nullable Path model;

    @Option(
            names = "--signs",
            paramLabel = "FILE",
            description =
                    "plate, with --truth: writes what each sign was read as, a table between tabs: truth, read, count.")
    private @Nullable Path signs;

    @Option(names = "--json", description = "With --truth: the figures and the curve as one JSON object.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** For {@code --help}. */
    static final class Words implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(JudgedEvent.values()).map(JudgedEvent::word).iterator();
        }
    }

    /** What is written for a picture whose truth is not known. */
    record Line(String file, String event, double score, boolean fires, List<?> boxes) {}

    /** What is written of all pictures whose truth is known. */
    record Report(String event, Figures figures, double ruleOfThree, List<Figures.Point> curve) {}

    @Override
    public Integer call() {
        JudgedEvent judged = checked();
        try (Detectors detectors = Detectors.open(model, Stock.FLOAT, this::say)) {
            EventScorer scorer = scorer(judged, detectors);
            if (truth != null && scorer instanceof PlateScorer plates) {
                return plates(truth, plates);
            }
            return truth == null ? each(scorer) : against(truth, scorer);
        } catch (WeightsUnavailable | UnusableModel | UnreadableDataset e) {
            throw new CommandFailure(e);
        }
    }

    /** What an event needs beside the detectors may not be to be had. */
    private static EventScorer scorer(JudgedEvent judged, Detectors detectors) {
        try {
            return judged.over(detectors);
        } catch (IllegalStateException e) {
            throw new CommandFailure(e);
        }
    }

    private JudgedEvent checked() {
        JudgedEvent judged = JudgedEvent.of(event)
                .orElseThrow(() -> refused("--event is " + event + "; allowed: " + JudgedEvent.words()));
        if (!Files.isDirectory(pictures)) {
            throw refused("--pictures is " + pictures + "; allowed: a folder");
        }
        if (truth == null && mistakes != null) {
            throw refused("--mistakes without --truth: nobody knows what is a mistake; allowed: both");
        }
        if (signs != null && (truth == null || judged != JudgedEvent.PLATE)) {
            throw refused("--signs is of plates whose truth is known; allowed: with --event plate and --truth");
        }
        return judged;
    }

    private int each(EventScorer scorer) throws UnreadableDataset {
        List<Path> files = PictureFile.in(pictures);
        if (files.isEmpty()) {
            throw new UnreadableDataset("no picture in " + pictures + "; allowed: JPEG, PNG, GIF, BMP");
        }
        int unreadable = 0;
        for (Path file : files) {
            StillAnswer answer = judged(scorer, "", file);
            if (answer == null) {
                unreadable++;
                continue;
            }
            String name = pictures.relativize(file).toString();
            write(new Line(name, event, answer.score(), answer.fires(), answer.boxes()));
        }
        return unreadable == 0 ? 0 : CommandFailure.EXIT_CODE;
    }

    private int against(Path table, EventScorer scorer) throws UnreadableDataset {
        List<TruthFile.Labelled> labelled = TruthFile.read(table, pictures);
        MistakePictures wrong = mistakes == null ? null : new MistakePictures(mistakes);
        List<Scored> scored = new ArrayList<>();
        int unreadable = remembered(labelled, scorer);
        for (TruthFile.Labelled one : labelled) {
            Boolean truthOfIt = one.truth();
            if (truthOfIt == null) {
                continue;
            }
            StillAnswer answer = judged(scorer, one.camera(), one.file());
            if (answer == null) {
                unreadable++;
                continue;
            }
            scored.add(new Scored(one.file().toString(), one.camera(), truthOfIt, answer.score()));
            if (wrong != null && answer.fires() != truthOfIt) {
                wrong.write(one.file(), answer);
            }
        }
        report(scored);
        return unreadable == 0 ? 0 : CommandFailure.EXIT_CODE;
    }

    private int plates(Path table, PlateScorer scorer) throws UnreadableDataset {
        PlateTrial trial = new PlateTrial(scorer);
        int unreadable = 0;
        for (PlateTruth.Labelled one : PlateTruth.read(table, pictures)) {
            Picture picture = read(one.file());
            if (picture == null) {
                unreadable++;
            } else {
                trial.add(one, picture);
            }
        }
        if (signs != null) {
            try {
                trial.signs().write(signs);
            } catch (IOException e) {
                throw new CommandFailure(e);
            }
        }
        if (json) {
            write(trial.outcome());
        } else {
            PlateReport.write(trial.outcome(), spec.commandLine().getOut());
        }
        return unreadable == 0 ? 0 : CommandFailure.EXIT_CODE;
    }

    /** References go into their cameras' memory before anything is judged; says how many could not be read. */
    private int remembered(List<TruthFile.Labelled> labelled, EventScorer scorer) {
        int unreadable = 0;
        for (TruthFile.Labelled one : labelled) {
            if (one.truth() == null) {
                Picture reference = read(one.file());
                if (reference == null) {
                    unreadable++;
                } else {
                    scorer.remember(one.camera(), reference);
                }
            }
        }
        return unreadable;
    }

    private void report(List<Scored> scored) {
        Figures figures = Figures.at(StillAnswer.FIRES, scored);
        List<Figures.Point> curve = Figures.curve(scored, POINTS);
        if (json) {
            write(new Report(
                    event, figures, Share.ruleOfThree(figures.falseFires().n()), curve));
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("recall       " + ModelsTrainCommand.words(figures.recall()));
        out.println("precision    " + ModelsTrainCommand.words(figures.precision()));
        out.println("false fires  " + ModelsTrainCommand.words(figures.falseFires()));
        if (figures.falseFires().k() == 0) {
            double bound = Share.ruleOfThree(figures.falseFires().n());
            out.printf(Locale.ROOT, "             none seen excludes no more than %.4f (rule of three)%n", bound);
        }
        out.printf(
                Locale.ROOT,
                "F1           %.3f [%.3f, %.3f], cameras drawn anew%n",
                figures.f1(),
                figures.f1Low(),
                figures.f1High());
        out.printf(Locale.ROOT, "AP           %.3f%n", figures.averagePrecision());
        out.println("threshold  recall  precision  false fires  F1");
        for (Figures.Point point : curve) {
            out.printf(
                    Locale.ROOT,
                    "%9.3f  %6.3f  %9.3f  %11.3f  %.3f%n",
                    point.threshold(),
                    point.recall(),
                    point.precision(),
                    point.falseFires(),
                    point.f1());
        }
    }

    private @Nullable StillAnswer judged(EventScorer scorer, String camera, Path file) {
        Picture picture = read(file);
        return picture == null ? null : scorer.judge(camera, picture);
    }

    private @Nullable Picture read(Path file) {
        try {
            return PictureFile.read(file);
        } catch (UnreadableDataset e) {
            say(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private ParameterException refused(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private void write(Record line) {
        spec.commandLine().getOut().println(new String(Json.write(line), StandardCharsets.UTF_8));
    }

    private void say(String line) {
        spec.commandLine().getErr().println("kakou: " + line);
    }
}
