package io.kakou.rtsp.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * One fault and who has it.
 *
 * @param values as many as the kind asks for
 * @param share of the cameras that have it, 0 to 1
 * @param cameras numbers, from 1, of those that have it besides
 */
public record Fault(FaultKind kind, List<Double> values, double share, List<Integer> cameras) {
    public Fault {
        values = List.copyOf(values);
        cameras = List.copyOf(cameras);
        if (values.size() != kind.bounds().size()) {
            throw new IllegalArgumentException(
                    "fault " + kind.word() + " with " + values.size() + " values; allowed: " + kind.form());
        }
        for (int i = 0; i < values.size(); i++) {
            if (!kind.bounds().get(i).hold(values.get(i))) {
                throw new IllegalArgumentException("fault " + kind.word() + ": " + values.get(i) + "; allowed: "
                        + kind.bounds().get(i));
            }
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "fault " + kind.word() + " for a share of " + share + "; allowed: 0 to 1");
        }
    }

    /**
     * Reads {@code loss:0.01}, for all, {@code stall:5:60@10%}, for a tenth, or {@code torn-sets@3,17}, for those two.
     *
     * @throws IllegalArgumentException in one line
     */
    public static Fault parse(String text) {
        String[] parts = text.split("@", 2);
        String[] words = parts[0].strip().split(":", -1);
        List<Double> values = new ArrayList<>();
        for (String word : List.of(words).subList(1, words.length)) {
            values.add(number(text, word));
        }
        FaultKind kind = kind(words[0]);
        String who = parts.length < 2 ? "100%" : parts[1].strip();
        return who.endsWith("%")
                ? new Fault(kind, values, number(text, who.substring(0, who.length() - 1)) / 100, List.of())
                : new Fault(kind, values, 0, numbers(text, who));
    }

    /** Whether a camera has it; the same seed says the same. */
    public boolean strikes(int camera, long seed) {
        SplittableRandom chance = new SplittableRandom(
                        seed * 1_000_003 + camera * 31L + kind.word().hashCode())
                .split();
        return cameras.contains(camera) || chance.nextDouble() < share;
    }

    private static FaultKind kind(String word) {
        for (FaultKind kind : FaultKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("fault \"" + word + "\"; allowed: "
                + Arrays.stream(FaultKind.values()).map(FaultKind::form).collect(Collectors.joining(", ")));
    }

    private static List<Integer> numbers(String text, String who) {
        return Arrays.stream(who.split(",", -1))
                .map(word -> (int) number(text, word))
                .toList();
    }

    private static double number(String text, String word) {
        try {
            return Double.parseDouble(word.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "fault \"" + text + "\": \"" + word
                            + "\" is no number; allowed: KIND[:VALUE…][@SHARE% or @NUMBER,…]",
                    e);
        }
    }
}
