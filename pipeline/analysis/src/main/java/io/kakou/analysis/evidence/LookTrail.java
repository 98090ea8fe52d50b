package io.kakou.analysis.evidence;

import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.DatedLook;
import io.kakou.analysis.replay.Outcome;
import io.kakou.analysis.watch.Eyes;
import io.kakou.analysis.watch.Judged;
import io.kakou.events.Alert;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One camera's newest looks by one model, each with the memory it began with. The thread that judges owns it. */
final class LookTrail {
    /** More than any rule keeps. */
    private static final int MOST = 128;

    private final Deque<Step> steps = new ArrayDeque<>();
    private @Nullable Eyes eyes;

    /** A look, the memory before it, and what it came to. */
    private record Step(Memory before, DatedLook look, Judgement judgement) {}

    /**
     * From the first look an alert cites to the one that decided, without a hole.
     *
     * @param before the memory the first began with
     * @param outcomes what each came to
     */
    record Cited(Memory before, List<DatedLook> looks, List<Outcome> outcomes) {
        DatedLook first() {
            return looks.get(0);
        }

        DatedLook deciding() {
            return looks.get(looks.size() - 1);
        }
    }

    /** What another model saw is no part of what is judged again with this one; what it left is, as the memory before. */
    void add(Judged judged) {
        if (!judged.eyes().equals(eyes)) {
            eyes = judged.eyes();
            steps.clear();
        }
        if (steps.size() == MOST) {
            steps.removeFirst();
        }
        steps.add(new Step(judged.before(), judged.dated(), judged.judgement()));
    }

    /** Of an alert that the newest look raised. */
    Cited of(Alert alert) {
        List<Step> cited = new ArrayList<>(steps);
        while (cited.size() > 1
                && !alert.looks().contains(cited.get(0).look.entry().frame())) {
            cited.remove(0);
        }
        return new Cited(
                cited.get(0).before,
                cited.stream().map(Step::look).toList(),
                cited.stream().map(step -> Outcome.of(step.judgement)).toList());
    }
}
