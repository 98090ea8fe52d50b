package io.kakou.analysis.journal;

import io.kakou.analysis.journal.SpanReplayed.Alerts;
import io.kakou.analysis.journal.SpanReplayed.Gap;
import io.kakou.analysis.journal.SpanReplayed.Inputs;
import io.kakou.analysis.journal.SpanReplayed.Memories;
import io.kakou.analysis.journal.SpanReplayed.Other;
import io.kakou.analysis.journal.SpanReplayed.Why;
import io.kakou.analysis.look.DatedLook;
import io.kakou.analysis.replay.LookAgain;
import io.kakou.analysis.replay.Matching;
import io.kakou.events.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what a replay of a span comes to. */
final class Tally {
    /** Nobody is to look less often than so: a road at night under load. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(90);

    private final Instant from;
    private final Instant to;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<String> detectors = new ArrayList<>();
    private final Map<String, Alert> then = new LinkedHashMap<>();
    private final Map<String, Alert> now = new LinkedHashMap<>();
    private Instant last;
    private int looks;
    private int leadIn;
    private int same;
    private int differ;
    private int missing;
    private int memoriesSame;
    private int memoriesDiffer;
    private int compared;
    private int decided;
    private Matching boxes = Matching.NOTHING;

    Tally(Instant from, Instant to) {
        this.from = from;
        this.to = to;
        this.last = from;
    }

    void judgedWith(String thenIdentity, String nowIdentity) {
        String word = thenIdentity.equals(nowIdentity) ? thenIdentity : thenIdentity + " → " + nowIdentity;
        if (!detectors.contains(word)) {
            detectors.add(word);
        }
    }

    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    /** A look by what judged then, or by what judges in its place. */
    void look(LookAgain again) {
        DatedLook look = again.look();
        if (!holds(look.at())) {
            leadIn++;
            return;
        }
        if (Duration.between(last, look.at()).compareTo(LONGEST_PAUSE) > 0) {
            gaps.add(new Gap(last, look.at(), Why.NO_LOOK_LOG));
        }
        last = look.at();
        looks++;
        again.now().alerts().forEach(alert -> now.put(key(alert), alert));
        switch (again.input()) {
            case NONE -> {}
            case SAME -> same++;
            case DIFFERS -> differ++;
            case MISSING -> missing(look.at());
        }
    }

    /** The same look by two. */
    void beside(LookAgain again) {
        if (holds(again.look().at())) {
            compared++;
            decided += again.decidesTheSame() ? 0 : 1;
            boxes = boxes.and(again.boxes());
        }
    }

    void alert(Alert alert) {
        if (holds(alert.at())) {
            then.put(key(alert), alert);
        }
    }

    void lost() {
        gaps.add(new Gap(last, last, Why.LOOKS_LOST));
    }

    void memory(boolean equal) {
        memoriesSame += equal ? 1 : 0;
        memoriesDiffer += equal ? 0 : 1;
    }

    /** Neighbours make one gap. */
    private void missing(Instant at) {
        missing++;
        int newest = gaps.size() - 1;
        Gap before = newest < 0 ? null : gaps.get(newest);
        if (before != null
                && before.why() == Why.NOT_RECORDED
                && Duration.between(before.to(), at).compareTo(LONGEST_PAUSE) <= 0) {
            gaps.set(newest, new Gap(before.from(), at, Why.NOT_RECORDED));
        } else {
            gaps.add(new Gap(at, at, Why.NOT_RECORDED));
        }
    }

    SpanReplayed said() {
        if (Duration.between(last, to).compareTo(LONGEST_PAUSE) > 0) {
            gaps.add(new Gap(last, to, Why.NO_LOOK_LOG));
        }
        return new SpanReplayed(
                looks,
                leadIn,
                new Inputs(same, differ, missing),
                new Memories(memoriesSame, memoriesDiffer),
                alerts(),
                new Other(compared, decided, boxes),
                gaps,
                detectors);
    }

    private Alerts alerts() {
        List<Alert> gone = new ArrayList<>();
        int equal = 0;
        int alike = 0;
        for (Map.Entry<String, Alert> each : then.entrySet()) {
            Alert again = now.get(each.getKey());
            if (again == null) {
                gone.add(each.getValue());
            } else if (again.equals(each.getValue())) {
                equal++;
            } else {
                alike++;
            }
        }
        List<Alert> fresh = now.entrySet().stream()
                .filter(each -> !then.containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        return new Alerts(equal, alike, gone, fresh);
    }

    private static String key(Alert alert) {
        return alert.id() + ' ' + alert.phase() + ' ' + alert.subject() + ' ' + alert.at();
    }
}
