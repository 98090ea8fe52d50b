package io.kakou.benchmarks.tracks;

import io.kakou.benchmarks.tracks.Account.Counts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A tracker's figures over some sequences.
 *
 * @param looks that were judged
 * @param there boxes that were there in them
 * @param mota 1 − (missed + false + switches) / there
 * @param motaLow bound of a 95 % interval, by a moving-block bootstrap over time; NaN where there is too little of it
 * @param motaHigh the other
 * @param motp mean intersection over union of the pairs
 * @param idf1 2 · rightly named / (there + said)
 */
public record Score(
        int looks,
        int there,
        double mota,
        double motaLow,
        double motaHigh,
        double motp,
        double idf1,
        int switches,
        int fragmentations,
        int missed,
        int falsely) {
    private static final int DRAWS = 1000;
    private static final double TAIL = 0.025;
    /** Fewer blocks say nothing about how much they differ. */
    private static final int LEAST_BLOCKS = 5;

    /**
     * Of sequences that were judged apart.
     *
     * @param blockSeconds of one block of the bootstrap
     */
    public static Score of(List<Account> accounts, double blockSeconds) {
        List<Counts> looks =
                accounts.stream().flatMap(one -> one.looks().stream()).toList();
        Sum sum = Sum.of(looks);
        int named = accounts.stream().mapToInt(Account::rightlyNamed).sum();
        double[] interval = interval(looks, blockSeconds);
        return new Score(
                looks.size(),
                sum.there,
                sum.mota(),
                interval[0],
                interval[1],
                sum.overlap / sum.paired,
                2.0 * named / (sum.there + sum.said),
                sum.switches,
                sum.fragmentations,
                sum.there - sum.paired,
                sum.said - sum.paired);
    }

    /** Sums over looks. */
    private record Sum(int there, int said, int paired, double overlap, int switches, int fragmentations) {
        static Sum of(List<Counts> looks) {
            return new Sum(
                    looks.stream().mapToInt(Counts::there).sum(),
                    looks.stream().mapToInt(Counts::said).sum(),
                    looks.stream().mapToInt(Counts::paired).sum(),
                    looks.stream().mapToDouble(Counts::overlap).sum(),
                    looks.stream().mapToInt(Counts::switches).sum(),
                    looks.stream().mapToInt(Counts::fragmentations).sum());
        }

        double mota() {
            return 1 - (there + said - 2.0 * paired + switches) / there;
        }
    }

    /** Looks of the same second stay together: neighbours in time err together. */
    private static double[] interval(List<Counts> looks, double blockSeconds) {
        List<Counts> sorted = new ArrayList<>(looks);
        sorted.sort(Comparator.comparingDouble(Counts::seconds));
        double length = sorted.get(sorted.size() - 1).seconds() - sorted.get(0).seconds();
        int blocks = (int) Math.round(length / blockSeconds);
        if (blocks < LEAST_BLOCKS) {
            return new double[] {Double.NaN, Double.NaN};
        }
        int size = Math.max(1, sorted.size() / blocks);
        Random random = new Random(7);
        double[] draws = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Counts> sample = new ArrayList<>();
            while (sample.size() < sorted.size()) {
                int from = random.nextInt(sorted.size() - size + 1);
                sample.addAll(sorted.subList(from, from + size));
            }
            draws[draw] = Sum.of(sample).mota();
        }
        Arrays.sort(draws);
        return new double[] {draws[(int) (TAIL * DRAWS)], draws[(int) ((1 - TAIL) * DRAWS) - 1]};
    }
}
