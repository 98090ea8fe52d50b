package io.kakou.benchmarks.lifts;

import java.util.ArrayList;
import java.util.List;

/** Many histories, one after the other, each out of its own seed. */
public final class Histories {
    private static final int MOST_TOLD = 20;

    private Histories() {}

    /**
     * What came of them.
     *
     * @param commands that controllers took
     * @param stays of e-bikes
     * @param late stays whose door was not held in time though nothing went wrong
     * @param fencedShare the longest hold without a live reason, as a share of that controller's own release, with fences
     * @param plainShare the same without
     * @param violations the first of them, with their seeds
     */
    public record Outcome(
            int histories,
            long commands,
            long stays,
            long late,
            double fencedShare,
            double plainShare,
            int violated,
            List<String> violations) {}

    /** Runs so many. */
    public static Outcome run(long firstSeed, int histories) {
        return run(firstSeed, histories, History.REAL);
    }

    static Outcome run(long firstSeed, int histories, History.World world) {
        long commands = 0;
        long stays = 0;
        long late = 0;
        int violated = 0;
        double fenced = 0;
        double plain = 0;
        List<String> violations = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + histories; seed++) {
            History.Outcome one = History.run(seed, world);
            commands += one.referee().commands();
            stays += one.stays();
            late += one.late();
            double share = one.referee().shareWithout();
            fenced = one.fenced() ? Math.max(fenced, share) : fenced;
            plain = one.fenced() ? plain : Math.max(plain, share);
            List<String> found = one.referee().violations();
            violated += found.isEmpty() ? 0 : 1;
            if (!found.isEmpty() && violations.size() < MOST_TOLD) {
                violations.add("seed " + seed + ": " + found.get(0));
            }
        }
        return new Outcome(histories, commands, stays, late, fenced, plain, violated, violations);
    }
}
