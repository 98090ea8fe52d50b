package io.kakou.analysis.walk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who keeps near whom. */
final class Companies {
    /** A look after a longer pause counts as this long. */
    private static final double LONGEST_STEP = 2;
    /** Nobody has more people around that matter; the nearest count. */
    private static final int MOST = 4;
    /** Who stands, stands for at least this. */
    private static final double STOP = 2;

    private final WalkSettings settings;

    Companies(WalkSettings settings) {
        this.settings = settings;
    }

    /**
     * The walkers with their company brought up to this look.
     *
     * @param since seconds since the look before
     */
    List<Walker> step(List<Walker> walkers, double seconds, double since, Ground ground) {
        List<Walker> after = new ArrayList<>();
        for (Walker walker : walkers) {
            boolean here = walker.seenAt(seconds);
            after.add(here ? walker.with(company(walker, walkers, new Step(seconds, since, ground))) : walker);
        }
        return after;
    }

    /** Those who have been near long enough and are not gone. */
    List<Long> of(Walker walker, double seconds) {
        return walker.company().stream()
                .filter(one -> isBond(one) && seconds - one.lastSeconds() <= settings.lostSeconds())
                .map(Companion::walker)
                .toList();
    }

    private record Step(double seconds, double since, Ground ground) {}

    private List<Companion> company(Walker walker, List<Walker> all, Step step) {
        Map<Long, Companion> company = new HashMap<>();
        walker.company().forEach(one -> company.put(one.walker(), one));
        for (Walker other : all) {
            if (other.id() != walker.id() && other.seenAt(step.seconds())) {
                Companion before = company.getOrDefault(other.id(), new Companion(other.id(), 0, step.seconds()));
                company.put(other.id(), next(before, walker, other, step));
            }
        }
        return company.values().stream()
                .filter(one -> one.nearSeconds() > 0
                        && step.seconds() - one.lastSeconds()
                                <= Math.max(settings.lostSeconds(), settings.bondSeconds()))
                .sorted(Comparator.comparingDouble(Companion::nearSeconds)
                        .reversed()
                        .thenComparing(Companion::walker))
                .limit(MOST)
                .toList();
    }

    private Companion next(Companion before, Walker walker, Walker other, Step step) {
        double apart = step.ground().between(walker.box(), other.box());
        boolean near =
                apart <= settings.nearHeights() || (apart <= settings.stopHeights() && stopTogether(walker, other));
        double seconds = Math.min(LONGEST_STEP, step.since());
        if (near) {
            double longer = Math.min(before.nearSeconds() + seconds, 60);
            return new Companion(other.id(), longer, step.seconds());
        }
        boolean reached = isBond(before) && apart <= settings.leashHeights();
        return reached ? new Companion(other.id(), before.nearSeconds(), step.seconds()) : before;
    }

    private boolean isBond(Companion one) {
        return one.nearSeconds() >= settings.bondSeconds();
    }

    /** Both stand, and came to stand at about the same time. */
    private boolean stopTogether(Walker one, Walker other) {
        return one.lastSeconds() - one.stoppedSeconds() >= STOP
                && other.lastSeconds() - other.stoppedSeconds() >= STOP
                && Math.abs(one.stoppedSeconds() - other.stoppedSeconds()) <= settings.stopSeconds();
    }
}
