package io.kakou.jobs.truck.rule;

import io.kakou.jobs.truck.plate.Other;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether a truck is sure to be the one that its plate was read as. Readings of one plate by several cameras speak for each other,
 * but less than as many: what makes one camera err is on the plate, and makes the next err too. The logarithms of how
 * much likelier it is are averaged and taken times the root of the number of cameras. (Looks of one camera raised so told more
 * wrong plates than without, models/training/RUNS.md; they count once.)
 */
record Doubt(TruckRuleSettings settings, Papers papers) {
    /** What stands for a plate that a reading says nothing of. */
    private static final double NOTHING = 1e-12;

    /**
     * What speaks against it.
     *
     * @param instead the plate with papers that it may be, or empty: it was read too poorly
     */
    record Against(Optional<String> instead) {}

    /** Empty where it is sure. */
    Optional<Against> of(Dossier dossier, Seen seen) {
        Map<String, Seen> cameras = byCamera(dossier, seen);
        double ratio = papers.isListed(dossier.plate()) ? settings.listedRatio() : settings.unlistedRatio();
        for (Other other : others(cameras)) {
            if (ratio(other.plate(), cameras) < ratio) {
                return Optional.of(new Against(Optional.of(other.plate())));
            }
        }
        return isRead(dossier.plate(), seen, cameras) ? Optional.empty() : Optional.of(new Against(Optional.empty()));
    }

    private boolean isRead(String plate, Seen seen, Map<String, Seen> cameras) {
        double best = cameras.values().stream()
                .mapToDouble(each -> each.belief().weight())
                .max()
                .orElse(0);
        double least = papers.isListed(plate) || cameras.size() > 1 ? settings.leastWeight() : settings.leastUnlisted();
        return best >= least && seen.belief().weight() >= settings.leastWeight() / 2;
    }

    private static List<Other> others(Map<String, Seen> cameras) {
        return cameras.values().stream()
                .flatMap(each -> each.belief().others().stream())
                .toList();
    }

    private static double ratio(String other, Map<String, Seen> cameras) {
        double sum = 0;
        for (Seen each : cameras.values()) {
            double weight = each.belief().others().stream()
                    .filter(one -> one.plate().equals(other))
                    .mapToDouble(Other::weight)
                    .findFirst()
                    .orElse(NOTHING);
            sum += Math.log(each.belief().weight() / Math.max(NOTHING, weight));
        }
        return Math.exp(sum / Math.sqrt(cameras.size()));
    }

    /** The surest reading of each camera within the time; this one for its own camera. */
    private Map<String, Seen> byCamera(Dossier dossier, Seen seen) {
        Map<String, Seen> best = new HashMap<>();
        for (Seen each : dossier.seen()) {
            double apart = Duration.between(each.at(), seen.at()).abs().toMillis() / 1e3;
            if (apart <= settings.togetherSeconds()) {
                best.merge(
                        each.camera(),
                        each,
                        (one, other) -> one.belief().weight() >= other.belief().weight() ? one : other);
            }
        }
        best.put(seen.camera(), seen);
        return best;
    }
}
