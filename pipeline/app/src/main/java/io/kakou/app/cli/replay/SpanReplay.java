package io.kakou.app.cli.replay;

import io.kakou.analysis.evidence.Circumstances;
import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.journal.Begun;
import io.kakou.analysis.journal.JournalReplay;
import io.kakou.analysis.journal.JournalReplay.Eyes;
import io.kakou.analysis.journal.JournalReplay.Judges;
import io.kakou.analysis.journal.JournalReplay.Span;
import io.kakou.analysis.journal.SpanReplayed;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.store.StoreException;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A span judged again: by what judged then, and beside it by what else is asked for. */
final class SpanReplay {
    private final JournalReplay replay;
    private final WithWhat with;
    private final From from;
    private final Consumer<String> people;

    /** The models of this build, and those that are asked for. */
    record From(Models asThen, Models asked) {}

    /** A replay. */
    SpanReplay(JournalReplay replay, WithWhat with, From from, Consumer<String> people) {
        this.replay = replay;
        this.with = with;
        this.from = from;
        this.people = people;
    }

    SpanReplayed run(Span span) throws IOException, StoreException, ModelMissing {
        return replay.run(span, this::judges);
    }

    private Judges judges(Begun then) throws ModelMissing {
        JudgeSettings before = then.circumstances().settings();
        JudgeSettings now = with.over(before);
        if (!with.asksForModel() && now.equals(before)) {
            return new Judges(eyes(from.asThen(), then, before), null);
        }
        return new Judges(whereThere(then, before), eyes(from.asked(), then, now));
    }

    /** What judged then, to compare with; where this build has it no more, the log's alerts have to do. */
    private @Nullable Eyes whereThere(Begun then, JudgeSettings settings) {
        try {
            return eyes(from.asThen(), then, settings);
        } catch (ModelMissing e) {
            people.accept(e.getMessage() + "; only the alerts of then are compared");
            return null;
        }
    }

    private static Eyes eyes(Models models, Begun then, JudgeSettings settings) throws ModelMissing {
        Circumstances circumstances = then.circumstances();
        String faces = Objects.requireNonNullElse(circumstances.faces(), FaceReader.NONE.identity());
        Models.Eyes eyes = models.of(then.camera(), circumstances.detector(), faces);
        return new Eyes(eyes.detector(), eyes.readers(), settings);
    }
}
