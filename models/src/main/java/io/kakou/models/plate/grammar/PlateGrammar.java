package io.kakou.models.plate.grammar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plate may say. An automaton: a state is how many signs were read and which patterns they may still become, as bits;
 * {@link #START} before the first.
 */
public final class PlateGrammar {
    /** No pattern is longer. */
    static final int MOST_PLACES = 8;

    private static final List<Pattern> PATTERNS = patterns();
    /** By place and sign: the patterns that allow it, as bits. */
    private static final int[][] ALLOWED = allowed();
    /** By length: the patterns that end there, as bits. */
    private static final int[] ENDING = ending();

    public static final int START = (1 << PATTERNS.size()) - 1;
    /** A state that nothing leads out of. */
    public static final int DEAD = 0;

    private PlateGrammar() {}

    private record Pattern(PlateKind kind, List<String> places) {}

    /** The patterns left after one more sign. */
    public static int after(int patterns, int place, int sign) {
        return place >= MOST_PLACES ? DEAD : patterns & ALLOWED[place][sign];
    }

    public static boolean mayEnd(int patterns, int length) {
        return (patterns & ENDING[length]) != 0;
    }

    /** The kind of a plate that says this, or null where none may. */
    public static @Nullable PlateKind kind(String text) {
        int patterns = START;
        for (int place = 0; place < text.length() && patterns != DEAD; place++) {
            int sign = PlateSign.number(text.charAt(place));
            patterns = sign < 0 ? DEAD : after(patterns, place, sign);
        }
        if (patterns == DEAD || !mayEnd(patterns, text.length())) {
            return null;
        }
        return PATTERNS.get(Integer.numberOfTrailingZeros(patterns & ENDING[text.length()]))
                .kind();
    }

    private static List<Pattern> patterns() {
        List<Pattern> all = new ArrayList<>();
        for (PlateKind kind : PlateKind.values()) {
            kind.places().forEach(places -> all.add(new Pattern(kind, places)));
        }
        return List.copyOf(all);
    }

    private static int[][] allowed() {
        int[][] allowed = new int[MOST_PLACES][PlateSign.NONE];
        for (int i = 0; i < PATTERNS.size(); i++) {
            List<String> places = PATTERNS.get(i).places();
            for (int place = 0; place < places.size(); place++) {
                for (char sign : places.get(place).toCharArray()) {
                    allowed[place][PlateSign.number(sign)] |= 1 << i;
                }
            }
        }
        return allowed;
    }

    private static int[] ending() {
        int[] ending = new int[MOST_PLACES + 1];
        for (int i = 0; i < PATTERNS.size(); i++) {
            ending[PATTERNS.get(i).places().size()] |= 1 << i;
        }
        return ending;
    }
}
