package io.kakou.jobs.truck.plate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often the recogniser takes one sign for another. Counted on real plates ({@code models/training/plate-signs.tsv}, by
 * {@code kakou models evaluate --event plate --signs}), which are too few to have met every pair: to each sign's counts are added {@value #PRIOR} signs that are read
 * as their kind is on the whole, and taken wrongly most often for what looks alike.
 */
final class SignTable {
    /** Counted ones begin to outweigh what is supposed once there are more of them. */
    static final double PRIOR = 20;

    private static final String MEASURED = "plate-signs.tsv";
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final String OTHERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789学警挂港澳使领";
    /** Both ways; as the recogniser's own grammar has them. */
    private static final List<String> ALIKE = List.of("0D", "0Q", "8B", "2Z", "5S", "1T", "6G", "7T", "4A", "DQ", "UV");
    /** Of wrong readings, how many of letters and digits are for what looks alike, where there is such. */
    private static final double ALIKE_SHARE = 0.8;

    private static final String ALL = PROVINCES + OTHERS;

    /** By the sign that stands there, then by the one that is read: shares that add up to 1 by row. */
    private final double[][] shares = new double[ALL.length()][ALL.length()];

    private SignTable() {}

    static SignTable measured() {
        try (InputStream in = SignTable.class.getResourceAsStream(MEASURED)) {
            if (in == null) {
                throw new IllegalStateException(MEASURED + " is not beside " + SignTable.class.getName());
            }
            return of(new BufferedReader(new InputStreamReader(in, UTF_8))
                    .lines()
                    .skip(1)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param lines the sign that stands there, the one that was read, how often; between tabs */
    static SignTable of(List<String> lines) {
        Map<String, Integer> counts = new HashMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            counts.merge(cells[0] + cells[1], Integer.parseInt(cells[2]), Integer::sum);
        }
        SignTable table = new SignTable();
        table.fill(PROVINCES, counts);
        table.fill(OTHERS, counts);
        return table;
    }

    private void fill(String kind, Map<String, Integer> counts) {
        double wrong = wrongOf(kind, counts);
        for (char truth : signs(kind)) {
            double seen =
                    kind.chars().map(read -> count(counts, truth, (char) read)).sum();
            for (char read : signs(kind)) {
                double usual = truth == read ? 1 - wrong : wrong * usual(truth, read, kind);
                shares[ALL.indexOf(truth)][ALL.indexOf(read)] =
                        (count(counts, truth, read) + PRIOR * usual) / (seen + PRIOR);
            }
        }
    }

    private static double wrongOf(String kind, Map<String, Integer> counts) {
        int right = 0;
        int all = 0;
        for (char truth : signs(kind)) {
            for (char read : signs(kind)) {
                all += count(counts, truth, read);
                right += truth == read ? count(counts, truth, read) : 0;
            }
        }
        return all == 0 ? 0 : 1 - (double) right / all;
    }

    private static int count(Map<String, Integer> counts, char truth, char read) {
        return counts.getOrDefault(String.valueOf(truth) + read, 0);
    }

    /** Of those read wrongly, the share that is read as this. */
    private static double usual(char truth, char read, String kind) {
        long alike = ALIKE.stream().filter(pair -> pair.indexOf(truth) >= 0).count();
        double anything = (alike == 0 ? 1 : 1 - ALIKE_SHARE) / (kind.length() - 1);
        boolean isAlike = ALIKE.stream().anyMatch(pair -> pair.indexOf(truth) >= 0 && pair.indexOf(read) >= 0);
        return anything + (isAlike ? ALIKE_SHARE / alike : 0);
    }

    /** The share of readings of the one sign that are the other; 0 where no plate has such a sign. */
    double share(char truth, char read) {
        int row = ALL.indexOf(truth);
        int column = ALL.indexOf(read);
        return row < 0 || column < 0 ? 0 : shares[row][column];
    }

    /** All signs. */
    static List<Character> all() {
        return signs(ALL);
    }

    static List<Character> signs(String text) {
        return text.chars().mapToObj(each -> (char) each).toList();
    }
}
