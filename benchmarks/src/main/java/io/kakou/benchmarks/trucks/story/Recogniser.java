package io.kakou.benchmarks.trucks.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.events.LabelledBox;
import io.kakou.events.Sighting;
import io.kakou.events.Sighting.Candidate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Reads plates as ours was measured to (models/training, "Plates"): sign by sign by what it took for what on real plates; a sign that those
 * did not have often enough errs as often as its kind, for any other. How sure it is of what it reads, rightly or wrongly,
 * is drawn from the same 115 readings, at widths from 48 pixels on.
 */
final class Recogniser {
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
    private static final String OTHERS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
    private static final int ENOUGH = 10;
    /** The first candidate's share and its part of all shares, at these points of what was measured: rightly read, and wrongly. */
    private static final double[] AT = {0, .1, .25, .5, .75, .9, 1};

    private static final double[] RIGHT_SHARE = {0.002, .06, .16, .62, .96, .98, .98};
    private static final double[] RIGHT_PART = {.26, .53, .68, .85, .91, .92, .96};
    private static final double[] WRONG_SHARE = {0.001, 0.003, .02, .32, .47, .92, .95};
    private static final double[] WRONG_PART = {.19, .3, .41, .56, .72, .84, .85};
    /** Of 29 wrong readings 12 had the true plate among their candidates. */
    private static final double TRUTH_AMONG = 12 / 29.0;

    private final Map<Character, Map<Character, Integer>> counts = new HashMap<>();
    private final Random random;
    private int read;
    private int wrong;

    Recogniser(Random random) {
        this.random = random;
        try (InputStream in = Recogniser.class.getResourceAsStream("plate-signs.tsv")) {
            if (in == null) {
                throw new IllegalStateException("plate-signs.tsv is not beside " + Recogniser.class.getName());
            }
            new BufferedReader(new InputStreamReader(in, UTF_8)).lines().skip(1).forEach(line -> {
                String[] cells = line.split("	", -1);
                counts.computeIfAbsent(cells[0].charAt(0), none -> new HashMap<>())
                        .put(cells[1].charAt(0), Integer.parseInt(cells[2]));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As somebody who never errs would write it down. */
    static Sighting clean(Pass pass, String label) {
        return sighting(pass, label, List.of(new Candidate(pass.plate(), 1)), 140);
    }

    static Sighting unread(Pass pass, String label) {
        return sighting(pass, label, List.of(), 0);
    }

    Sighting noisy(Pass pass, String label) {
        StringBuilder text = new StringBuilder();
        pass.plate().chars().forEach(sign -> text.append(sign((char) sign)));
        String said = text.toString();
        boolean right = said.equals(pass.plate());
        read++;
        wrong += right ? 0 : 1;
        double at = random.nextDouble();
        double share = between(right ? RIGHT_SHARE : WRONG_SHARE, at);
        double part = between(right ? RIGHT_PART : WRONG_PART, at);
        double rest = Math.min(share / part - share, 1 - share);
        List<Candidate> candidates = new ArrayList<>(List.of(new Candidate(said, share)));
        boolean among = !right && random.nextDouble() < TRUTH_AMONG;
        for (int i = 0; i < 4; i++) {
            String other = among && i == 0 ? pass.plate() : varied(said);
            candidates.add(new Candidate(other, rest / 4 * (0.999 - i * 0.001)));
        }
        return sighting(pass, label, candidates, 48 + random.nextInt(73));
    }

    /** The share of readings so far that were wrong. */
    double wrongShare() {
        return read == 0 ? 0 : (double) wrong / read;
    }

    private static Sighting sighting(Pass pass, String label, List<Candidate> candidates, double width) {
        LabelledBox box = new LabelledBox(label, 1, 0.3, 0.3, 0.7, 0.8);
        String plate = candidates.isEmpty() ? null : candidates.get(0).plate();
        return new Sighting(pass.camera(), pass.track(), box, pass.at(), 5, plate, candidates, width, "worker-1", 1);
    }

    private char sign(char truth) {
        Map<Character, Integer> seen = counts.getOrDefault(truth, Map.of());
        int all = seen.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= ENOUGH) {
            int at = random.nextInt(all);
            for (Map.Entry<Character, Integer> each : seen.entrySet()) {
                at -= each.getValue();
                if (at < 0) {
                    return each.getKey();
                }
            }
        }
        String kind = PROVINCES.indexOf(truth) >= 0 ? PROVINCES : OTHERS;
        return random.nextDouble() < wrongOf(kind) ? kind.charAt(random.nextInt(kind.length())) : truth;
    }

    private double wrongOf(String kind) {
        int all = 0;
        int right = 0;
        for (Map.Entry<Character, Map<Character, Integer>> each : counts.entrySet()) {
            if (kind.indexOf(each.getKey()) >= 0) {
                all += each.getValue().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum();
                right += each.getValue().getOrDefault(each.getKey(), 0);
            }
        }
        return 1 - (double) right / all;
    }

    /** One of the recogniser's second thoughts. */
    private String varied(String said) {
        int place = random.nextInt(said.length());
        String kind = place == 0 ? PROVINCES : OTHERS;
        return said.substring(0, place) + kind.charAt(random.nextInt(kind.length())) + said.substring(place + 1);
    }

    private static double between(double[] values, double at) {
        int i = 1;
        while (at > AT[i]) {
            i++;
        }
        double along = (at - AT[i - 1]) / (AT[i] - AT[i - 1]);
        return values[i - 1] + along * (values[i] - values[i - 1]);
    }
}
