package io.kakou.analysis.gate;

/** Which pixels of a scene are other than before, where light that changes over the whole picture is taken out. */
public final class Difference {
    private Difference() {}

    /**
     * For each pixel whether it differs.
     *
     * @param contrast by more than so many grey levels of 255
     * @throws IllegalArgumentException where the pictures are not of one size
     */
    public static boolean[] of(GreyPicture before, GreyPicture now, int contrast) {
        if (before.width() != now.width() || before.height() != now.height()) {
            throw new IllegalArgumentException(now + " against " + before + "; allowed: pictures of one size");
        }
        int[] expected = Light.between(before, now).expected();
        boolean[] differs = new boolean[now.pixels()];
        for (int i = 0; i < differs.length; i++) {
            differs[i] = Math.abs(now.at(i) - expected[before.at(i)]) > contrast;
        }
        return differs;
    }
}
