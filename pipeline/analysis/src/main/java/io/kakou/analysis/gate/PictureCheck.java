package io.kakou.analysis.gate;

/**
 * Whether a picture can be judged at all. What cannot is unknown, never calm. By itself a picture shows whether it is blank or
 * torn; the others take a camera's usual picture to tell.
 */
public enum PictureCheck {
    CLEAR,

    /** One brightness all over: a covered lens, no light, fog, or a camera that sends a plain field. */
    BLANK,

    /** Its lower part was never decoded, and shows the decoder's empty grey: slices or the file's end were lost. */
    TORN,

    /** Usual forms with little contrast: fog, dirt or drops on the lens, or a lens that is blinded. By {@link Clarity}. */
    FOGGED,

    /** Usual forms, and nothing fine in them: out of focus. By {@link Clarity}. */
    BLURRED,

    /** Something smooth before the lens. By {@link Clarity}. */
    COVERED,

    /** The very same picture for many looks, as no sensor gives it twice. By {@link Clarity}. */
    FROZEN;

    /** Spread of brightness, in grey levels of 255, that even a dark street at night exceeds. */
    private static final double BLANK_SPREAD = 2.5;

    /** Empty chroma and luma planes hold 128; limited range (ITU-R BT.601) makes it 130 on the way to full range. */
    private static final double EMPTY_FROM = 127;

    private static final double EMPTY_TO = 131.5;

    /** Nothing that a lens has seen is so even along a whole line. */
    private static final double EMPTY_SPREAD = 0.7;

    /** A smaller part may be a caption bar, and costs little to judge. */
    private static final double TORN_SHARE = 0.125;

    public static PictureCheck of(GreyPicture picture) {
        if (spread(picture, 0, picture.pixels()) < BLANK_SPREAD) {
            return BLANK;
        }
        int empty = 0;
        while (empty < picture.height() && isEmpty(picture, picture.height() - 1 - empty)) {
            empty++;
        }
        return empty >= TORN_SHARE * picture.height() ? TORN : CLEAR;
    }

    private static boolean isEmpty(GreyPicture picture, int row) {
        int from = row * picture.width();
        int to = from + picture.width();
        double mean = mean(picture, from, to);
        return mean >= EMPTY_FROM && mean <= EMPTY_TO && spread(picture, from, to) < EMPTY_SPREAD;
    }

    private static double mean(GreyPicture picture, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += picture.at(i);
        }
        return sum / (double) (to - from);
    }

    /** Standard deviation, from whole numbers: one pass over the pixels of every look, and no rounding before its end. */
    private static double spread(GreyPicture picture, int from, int to) {
        long sum = 0;
        long squares = 0;
        for (int i = from; i < to; i++) {
            long level = picture.at(i);
            sum += level;
            squares += level * level;
        }
        double pixels = to - from;
        return Math.sqrt((pixels * squares - (double) sum * sum) / (pixels * pixels));
    }
}
