package io.kakou.jobs.truck.plate;

import io.kakou.events.Sighting;
import io.kakou.events.Sighting.Candidate;
import java.util.List;

/**
 * How sure the likeliest candidate of a sighting is. The recogniser's shares are not that; what is was fitted on 622 readings of
 * real plates (models/training/RUNS.md, "Plates"): a logistic regression on the share, its part of all shares, and the width.
 */
final class Sureness {
    private static final double BASE = -6.15;
    private static final double OF_SHARE = 0.16;
    private static final double OF_PART = 3.46;
    private static final double OF_WIDTH = 1.98;
    private static final double MOST_WIDTH = 120;
    private static final double LEAST = 1e-12;
    /** A sole candidate with all of the belief: a tag or a person said so, for no recogniser ever does. */
    private static final double SAID = 1 - 1e-9;

    private Sureness() {}

    /** The chance that every sign of the first candidate is right, 0 to 1; 0 where there is none. */
    static double of(Sighting sighting) {
        List<Candidate> candidates = sighting.candidates();
        if (candidates.isEmpty()) {
            return 0;
        }
        double share = candidates.get(0).share();
        if (candidates.size() == 1 && share == 1) {
            return SAID;
        }
        double all = candidates.stream().mapToDouble(Candidate::share).sum();
        double sum = BASE
                + OF_SHARE * Math.log(Math.max(LEAST, share))
                + OF_PART * Math.log(Math.max(LEAST, share / Math.max(LEAST, all)))
                + OF_WIDTH * Math.log(Math.max(1, Math.min(MOST_WIDTH, sighting.widthPixels())));
        return 1 / (1 + Math.exp(-sum));
    }
}
