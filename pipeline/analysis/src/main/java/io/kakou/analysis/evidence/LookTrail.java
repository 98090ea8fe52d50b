package io.kakou.analysis.evidence;

import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.watch.Judged;
import io.kakou.events.Alert;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One camera's newest looks, each with the memory it began with. The thread that judges owns it. */
final class LookTrail {
    /** More than any rule keeps. */
    private static final int MOST = 128;

    private final Deque<Step> steps = new ArrayDeque<>();

    /** A look and the memory before it. */
    private record Step(Memory before, CitedLook look) {}

    /**
     * From the first look an alert cites to the one that decided, without a hole.
     *
     * @param before the memory the first began with
     */
    record Cited(Memory before, List<CitedLook> looks) {
        CitedLook first() {
            return looks.get(0);
        }

        CitedLook deciding() {
            return looks.get(looks.size() - 1);
        }
    }

    void add(Judged judged) {
        if (steps.size() == MOST) {
            steps.removeFirst();
        }
        steps.add(new Step(
                judged.before(),
                new CitedLook(judged.look().entry(), judged.look().at())));
    }

    /** Of an alert that the newest look raised. */
    Cited of(Alert alert) {
        List<Step> cited = new ArrayList<>(steps);
        while (cited.size() > 1
                && !alert.looks().contains(cited.get(0).look.entry().frame())) {
            cited.remove(0);
        }
        return new Cited(cited.get(0).before, cited.stream().map(Step::look).toList());
    }
}
