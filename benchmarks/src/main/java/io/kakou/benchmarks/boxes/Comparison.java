package io.kakou.benchmarks.boxes;

import io.kakou.models.Detection;
import io.kakou.models.Detector;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Two detectors on the same pictures, picture by picture in turn. */
public final class Comparison {
    private static final int DRAWS = 500;
    private static final long SEED = 1;
    private static final double TAIL = 0.025;
    private static final double NANOS_A_MILLI = 1e6;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final List<Example> examples;
    private final List<String> labels;

    /**
     * On these.
     *
     * @param labels the classes that count
     */
    public Comparison(List<Example> examples, List<String> labels) {
        this.examples = List.copyOf(examples);
        this.labels = List.copyOf(labels);
    }

    /** One class; precision is average precision at an IoU of ½. */
    public record ByClass(String label, int drawn, double precision, double otherPrecision) {}

    /**
     * What came of it.
     *
     * @param mean of the classes' average precision, for the first
     * @param otherMean the same for the other
     * @param differenceLow of other less first, 95 % over pictures drawn anew
     * @param differenceHigh the same
     * @param millis of one core a picture, for the first
     * @param otherMillis the same for the other
     */
    public record Outcome(
            int pictures,
            List<ByClass> classes,
            double mean,
            double otherMean,
            double differenceLow,
            double differenceHigh,
            double millis,
            double otherMillis) {}

    /** Runs both; both must be started. */
    public Outcome run(Detector first, Detector other) {
        long[] nanos = new long[2];
        List<List<Matches>> ofFirst = new ArrayList<>();
        List<List<Matches>> ofOther = new ArrayList<>();
        for (Example example : examples) {
            ofFirst.add(matches(example, timed(first, example, nanos, 0)));
            ofOther.add(matches(example, timed(other, example, nanos, 1)));
        }
        int[] all = IntStream.range(0, examples.size()).toArray();
        double[] differences = differences(ofFirst, ofOther);
        List<ByClass> classes = IntStream.range(0, labels.size())
                .mapToObj(label -> new ByClass(
                        labels.get(label),
                        ofFirst.stream().mapToInt(one -> one.get(label).drawn()).sum(),
                        precision(ofFirst, all, label),
                        precision(ofOther, all, label)))
                .toList();
        return new Outcome(
                examples.size(),
                classes,
                mean(ofFirst, all),
                mean(ofOther, all),
                differences[(int) (TAIL * DRAWS)],
                differences[(int) ((1 - TAIL) * DRAWS)],
                nanos[0] / NANOS_A_MILLI / examples.size(),
                nanos[1] / NANOS_A_MILLI / examples.size());
    }

    private static List<Detection> timed(Detector detector, Example example, long[] nanos, int which) {
        long before = THREADS.getCurrentThreadCpuTime();
        List<Detection> found = detector.detect(example.picture());
        nanos[which] += THREADS.getCurrentThreadCpuTime() - before;
        return found;
    }

    private List<Matches> matches(Example example, List<Detection> found) {
        return labels.stream()
                .map(label -> Matches.of(label, found, example.drawn()))
                .toList();
    }

    private double[] differences(List<List<Matches>> ofFirst, List<List<Matches>> ofOther) {
        Random random = new Random(SEED);
        double[] differences = new double[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            int[] drawn = random.ints(examples.size(), 0, examples.size()).toArray();
            differences[i] = mean(ofOther, drawn) - mean(ofFirst, drawn);
        }
        Arrays.sort(differences);
        return differences;
    }

    /** Over the classes that somebody drew. */
    private double mean(List<List<Matches>> pictures, int[] drawn) {
        return IntStream.range(0, labels.size())
                .mapToDouble(label -> precision(pictures, drawn, label))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
    }

    private static double precision(List<List<Matches>> pictures, int[] drawn, int label) {
        return Matches.averagePrecision(Arrays.stream(drawn)
                .mapToObj(picture -> pictures.get(picture).get(label))
                .toList());
    }
}
