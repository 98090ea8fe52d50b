package io.kakou.models.plate.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The likeliest plates that a line may say: prefix beam search over CTC's steps (Graves 2006; Hannun 2014), where a prefix
 * lives only while the grammar knows a plate that begins so.
 */
public final class GrammarDecoder {
    private static final int BEAMS = 24;
    /** The recogniser is never quite sure of what a sign is not. */
    private static final float FLOOR = 1e-5f;
    /** Of a step, what adds less than this to a prefix is not followed. */
    private static final float LEAST = 1e-4f;

    private GrammarDecoder() {}

    /**
     * A plate the line may say.
     *
     * @param probability that it does, over all ways of reading it, by the model's own word
     */
    public record Candidate(String text, double probability) {}

    /** Prefixes with the chance that the last step was a gap, and that it was their last sign. */
    private static final class Beam {
        private final String text;
        private final int patterns;
        private double gap;
        private double sign;

        private Beam(String text, int patterns) {
            this.text = text;
            this.patterns = patterns;
        }

        private double sum() {
            return gap + sign;
        }
    }

    /** Best first; empty where no plate can be read. */
    public static List<Candidate> decode(float[][] shares) {
        Beam start = new Beam("", PlateGrammar.START);
        start.gap = 1;
        List<Beam> beams = List.of(start);
        for (float[] step : shares) {
            beams = best(next(beams, step));
        }
        return beams.stream()
                .filter(beam -> PlateGrammar.mayEnd(beam.patterns, beam.text.length()))
                .map(beam -> new Candidate(beam.text, beam.sum()))
                .toList();
    }

    private static Map<String, Beam> next(List<Beam> beams, float[] step) {
        Map<String, Beam> next = new HashMap<>();
        for (Beam beam : beams) {
            stay(next, beam, step);
            for (int sign = 0; sign < PlateSign.NONE; sign++) {
                if (step[sign] >= LEAST) {
                    grow(next, beam, sign, Math.max(FLOOR, step[sign]));
                }
            }
        }
        return next;
    }

    private static void stay(Map<String, Beam> next, Beam beam, float[] step) {
        Beam same = next.computeIfAbsent(beam.text, text -> new Beam(text, beam.patterns));
        same.gap += beam.sum() * Math.max(FLOOR, step[PlateSign.NONE]);
        if (!beam.text.isEmpty()) {
            same.sign += beam.sign * Math.max(FLOOR, step[last(beam)]);
        }
    }

    private static void grow(Map<String, Beam> next, Beam beam, int sign, float share) {
        int patterns = PlateGrammar.after(beam.patterns, beam.text.length(), sign);
        if (patterns == PlateGrammar.DEAD) {
            return;
        }
        String text = beam.text + PlateSign.sign(sign);
        Beam longer = next.computeIfAbsent(text, grown -> new Beam(grown, patterns));
        boolean repeats = !beam.text.isEmpty() && last(beam) == sign;
        longer.sign += (repeats ? beam.gap : beam.sum()) * share;
    }

    private static int last(Beam beam) {
        return PlateSign.number(beam.text.charAt(beam.text.length() - 1));
    }

    private static List<Beam> best(Map<String, Beam> beams) {
        List<Beam> sorted = new ArrayList<>(beams.values());
        sorted.sort(Comparator.comparingDouble(Beam::sum).reversed().thenComparing(beam -> beam.text));
        return sorted.subList(0, Math.min(BEAMS, sorted.size()));
    }
}
