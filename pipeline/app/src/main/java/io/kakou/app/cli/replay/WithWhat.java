package io.kakou.app.cli.replay;

import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.app.detector.Stock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say what else is judged with. */
final class WithWhat {
    /** What judged then. */
    static final WithWhat NOTHING = new WithWhat();

    @Option(
            names = "--model",
            paramLabel = "CARD",
            description = "Judge with a detector of your own, by its card, and say what differs.")
    private @Nullable Path model;

    @Option(
            names = "--stock",
            paramLabel = "HOW",
            converter = Word.class,
            description =
                    "Judge with the project's own detector in this form (float, int8, fine), and say what differs.")
    private @Nullable Stock stock;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = {
                "Judge under another setting, and say what differs: ebikeInLift.looksNeeded=4. Wrong keys are answered",
                "with the right ones. May be given more than once."
            })
    private List<String> set = new ArrayList<>();

    /** Its words are lower-case. */
    static final class Word implements ITypeConverter<Stock> {
        @Override
        public Stock convert(String word) {
            return Stock.of(word)
                    .orElseThrow(
                            () -> new TypeConversionException("it is \"" + word + "\"; allowed: " + Stock.words()));
        }
    }

    @Nullable
    Path model() {
        return model;
    }

    @Nullable
    Stock stock() {
        return stock;
    }

    /** Whether another model is asked for by name. */
    boolean asksForModel() {
        return model != null || stock != null;
    }

    /** Whether nothing else than then is asked for. */
    boolean isEmpty() {
        return !asksForModel() && set.isEmpty();
    }

    JudgeSettings over(JudgeSettings settings) {
        return new OtherSettings(set).over(settings);
    }
}
