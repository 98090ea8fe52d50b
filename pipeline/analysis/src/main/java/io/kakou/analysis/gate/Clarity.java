package io.kakou.analysis.gate;

import java.util.Arrays;

/**
 * Whether a camera sees as well as it usually does: what it has learned of its picture, and for how many looks that has been
 * missing. A value of 2 KB.
 *
 * <p>What is told needs texture to be missed: of a smooth wall or an empty lift without any it says nothing. A large vehicle
 * or a back before the lens hides a view too, so it has to last. A camera that has been out of focus from its first day on
 * has learned nothing else.
 */
public final class Clarity {
    /** Of a camera that was not looked at yet. */
    public static final Clarity NEW =
            new Clarity(new float[0], new float[0], new Counts(0, 0, 0, 0), PictureCheck.CLEAR);

    /** Looks before anything is missed. */
    private static final int LEARNED = 30;

    /** Looks for which it has to be missing. */
    private static final int LASTING = 4;

    /** Looks at the very same picture, noise and clock and all. At the shortest interval a minute. */
    private static final int FROZEN = 120;

    /** Texture that comes and goes is somebody's: what counts is what is there when nobody is. */
    private static final float LOSING = 0.15f;

    private static final float GAINING = 0.02f;
    /** Something that stays for hours is how it looks now. */
    private static final float RELEARNING = 0.0005f;

    /** Grey levels from which a square has texture. */
    private static final double TEXTURED = 5;

    /** Grey levels up to which a square has none, whatever little the light would leave of it. */
    private static final double SMOOTH = 1.5;

    /** Squares with texture without which nothing can be missed. */
    private static final int LEAST_TEXTURED = 24;

    /** Of its usual roughness, in this light, a square that has lost its texture keeps less. */
    private static final double LOST = 0.45;

    /** Of the squares with texture, so many must have lost it. */
    private static final double LOST_SHARE = 0.65;

    /** Where the large forms do not agree better, the view is another one or none. */
    private static final double SAME_FORMS = 0.6;

    /** Less of the usual contrast between large forms is fog, more is a lens out of focus. */
    private static final double FOG = 0.5;

    private final float[] rough;
    private final float[] bright;
    private final Counts counts;
    private final PictureCheck check;

    /**
     * What has been counted.
     *
     * @param looks learned from
     * @param missing looks in a row in which texture was missing
     * @param same looks in a row at the very same picture
     * @param signature of the newest
     */
    private record Counts(int looks, int missing, int same, int signature) {}

    private Clarity(float[] rough, float[] bright, Counts counts, PictureCheck check) {
        this.rough = rough;
        this.bright = bright;
        this.counts = counts;
        this.check = check;
    }

    /** What the newest picture is. */
    public PictureCheck check() {
        return check;
    }

    /** After a look at {@code picture}. */
    public Clarity after(GreyPicture picture) {
        PictureCheck alone = PictureCheck.of(picture);
        if (alone != PictureCheck.CLEAR) {
            return new Clarity(rough, bright, counts, alone);
        }
        Texture now = Texture.of(picture);
        if (now.squares() != rough.length) {
            return first(now);
        }
        int signature = now.signature();
        int same = signature == counts.signature ? counts.same + 1 : 0;
        PictureCheck missed = counts.looks < LEARNED ? PictureCheck.CLEAR : missed(now);
        int missing = missed == PictureCheck.CLEAR ? 0 : counts.missing + 1;
        float gaining = missing == 0 ? GAINING : RELEARNING;
        float losing = missing == 0 ? LOSING : RELEARNING;
        int looks = Math.min(counts.looks + 1, LEARNED);
        PictureCheck found = missing >= LASTING ? missed : same >= FROZEN ? PictureCheck.FROZEN : PictureCheck.CLEAR;
        return new Clarity(
                learned(rough, now::rough, gaining, losing),
                learned(bright, now::bright, losing, losing),
                new Counts(looks, missing, same, signature),
                found);
    }

    private static Clarity first(Texture now) {
        float[] none = new float[now.squares()];
        return new Clarity(
                learned(none, now::rough, 1, 1),
                learned(none, now::bright, 1, 1),
                new Counts(1, 0, 0, now.signature()),
                PictureCheck.CLEAR);
    }

    /** A figure of a square. */
    private interface Figure {
        double of(int square);
    }

    private static float[] learned(float[] before, Figure now, float gaining, float losing) {
        float[] after = before.clone();
        for (int i = 0; i < after.length; i++) {
            float more = (float) now.of(i) - after[i];
            after[i] += (more > 0 ? gaining : losing) * more;
        }
        return after;
    }

    /** What is missing in this picture, if it lasts. */
    private PictureCheck missed(Texture now) {
        double light = Math.min(1, mean(now::bright) / Math.max(1, mean(square -> bright[square])));
        int textured = 0;
        int lost = 0;
        double sum = 0;
        for (int i = 0; i < rough.length; i++) {
            if (rough[i] >= TEXTURED) {
                textured++;
                sum += rough[i];
                lost += now.rough(i) < Math.max(SMOOTH, LOST * light * rough[i]) ? 1 : 0;
            }
        }
        boolean gone = textured >= LEAST_TEXTURED && lost >= LOST_SHARE * textured;
        return gone && !isElsewhere(now, light, sum / textured) ? kind(now, light) : PictureCheck.CLEAR;
    }

    /**
     * A view that has moved is as rough elsewhere.
     *
     * @param usual roughness of a square with texture: more than that, as the edge of what covers the lens is, counts no more
     */
    private boolean isElsewhere(Texture now, double light, double usual) {
        double before = mean(square -> light * rough[square]);
        double left = mean(square -> Math.min(now.rough(square), light * usual));
        return left > Math.max(SMOOTH, LOST * before);
    }

    private PictureCheck kind(Texture now, double light) {
        double meanNow = mean(now::bright);
        double meanUsual = mean(square -> bright[square]);
        double together = 0;
        double ofNow = 0;
        double usual = 0;
        for (int i = 0; i < bright.length; i++) {
            double a = now.bright(i) - meanNow;
            double b = bright[i] - meanUsual;
            together += a * b;
            ofNow += a * a;
            usual += b * b;
        }
        if (together < SAME_FORMS * Math.sqrt(ofNow * usual)) {
            return PictureCheck.COVERED;
        }
        return Math.sqrt(ofNow) < FOG * light * Math.sqrt(usual) ? PictureCheck.FOGGED : PictureCheck.BLURRED;
    }

    private double mean(Figure figure) {
        double sum = 0;
        for (int i = 0; i < rough.length; i++) {
            sum += figure.of(i);
        }
        return sum / rough.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Clarity that
                && Arrays.equals(rough, that.rough)
                && Arrays.equals(bright, that.bright)
                && counts.equals(that.counts)
                && check == that.check;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(rough) + Arrays.hashCode(bright)) + counts.hashCode();
    }

    @Override
    public String toString() {
        return "Clarity[" + check + " after " + counts + "]";
    }
}
