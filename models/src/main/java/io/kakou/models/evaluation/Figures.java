package io.kakou.models.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * What a threshold comes to.
 *
 * @param recall of those in which the event is, how many fire
 * @param precision of those that fire, in how many the event is
 * @param falseFires of those without the event, how many fire
 * @param f1 harmonic mean of precision and recall
 * @param f1Low of the 95 % interval of {@code f1} when whole groups are drawn anew (bootstrap, 2,000 draws, fixed seed);
 *     {@code f1High} likewise
 * @param averagePrecision mean of the precision at each picture with the event, by score; it knows no threshold
 */
public record Figures(
        double threshold,
        Share recall,
        Share precision,
        Share falseFires,
        double f1,
        double f1Low,
        double f1High,
        double averagePrecision) {
    private static final int DRAWS = 2000;

    /** The figures at one threshold; what scores as much as it fires. */
    public static Figures at(double threshold, List<Scored> all) {
        Counts counts = Counts.of(threshold, all);
        double[] interval = interval(threshold, all);
        return new Figures(
                threshold,
                Share.of(counts.hits, counts.hits + counts.missed),
                Share.of(counts.hits, counts.hits + counts.wrong),
                Share.of(counts.wrong, counts.wrong + counts.calm),
                counts.f1(),
                interval[0],
                interval[1],
                averagePrecision(all));
    }

    /** One point of the curve. */
    public record Point(double threshold, double recall, double precision, double falseFires, double f1) {}

    /** Every threshold at which something changes, falling; thinned to at most {@code most} points. */
    public static List<Point> curve(List<Scored> all, int most) {
        TreeSet<Double> scores = new TreeSet<>(Comparator.reverseOrder());
        all.forEach(one -> scores.add(one.score()));
        List<Double> thresholds = new ArrayList<>(scores);
        List<Point> points = new ArrayList<>();
        int step = Math.max(1, (thresholds.size() + most - 1) / most);
        for (int i = 0; i < thresholds.size(); i += step) {
            points.add(point(thresholds.get(i), all));
        }
        return points;
    }

    /** The shares of one threshold, without intervals. */
    public static Point point(double threshold, List<Scored> all) {
        Counts counts = Counts.of(threshold, all);
        return new Point(threshold, counts.recall(), counts.precision(), counts.falseFires(), counts.f1());
    }

    /**
     * Mean precision at the ranks of pictures with the event; of equal scores those without it come first, so that ties
     * flatter nobody.
     */
    public static double averagePrecision(List<Scored> all) {
        List<Scored> ranked = all.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::truth))
                .toList();
        int found = 0;
        double sum = 0;
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).truth()) {
                found++;
                sum += found / (i + 1.0);
            }
        }
        return found == 0 ? 0 : sum / found;
    }

    private static double[] interval(double threshold, List<Scored> all) {
        Map<String, List<Scored>> groups = new LinkedHashMap<>();
        all.forEach(one ->
                groups.computeIfAbsent(one.group(), group -> new ArrayList<>()).add(one));
        List<Counts> counts = groups.values().stream()
                .map(group -> Counts.of(threshold, group))
                .toList();
        Random random = new Random(1);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS && !counts.isEmpty(); draw++) {
            Counts sum = new Counts();
            for (int i = 0; i < counts.size(); i++) {
                sum.add(counts.get(random.nextInt(counts.size())));
            }
            drawn[draw] = sum.f1();
        }
        Arrays.sort(drawn);
        return new double[] {drawn[(int) (DRAWS * 0.025)], drawn[(int) (DRAWS * 0.975)]};
    }

    private static final class Counts {
        private int hits;
        private int missed;
        private int wrong;
        private int calm;

        private static Counts of(double threshold, List<Scored> all) {
            Counts counts = new Counts();
            for (Scored one : all) {
                boolean fires = one.score() >= threshold;
                counts.hits += one.truth() && fires ? 1 : 0;
                counts.missed += one.truth() && !fires ? 1 : 0;
                counts.wrong += !one.truth() && fires ? 1 : 0;
                counts.calm += !one.truth() && !fires ? 1 : 0;
            }
            return counts;
        }

        private void add(Counts other) {
            hits += other.hits;
            missed += other.missed;
            wrong += other.wrong;
            calm += other.calm;
        }

        private double recall() {
            return share(hits, hits + missed);
        }

        private double precision() {
            return share(hits, hits + wrong);
        }

        private double falseFires() {
            return share(wrong, wrong + calm);
        }

        private double f1() {
            return share(2 * hits, 2 * hits + missed + wrong);
        }

        private static double share(int k, int n) {
            return n == 0 ? 0 : k / (double) n;
        }
    }
}
