package io.kakou.analysis.gate;

/**
 * The change of light between two pictures of one scene: {@code now = gain × before + offset}, as a cloud, dusk or a
 * camera's exposure make it.
 */
record Light(double gain, double offset) {
    private static final Light SAME = new Light(1, 0);

    /** Beyond this the scene itself is another one, and no light explains it away. */
    private static final double MAX_GAIN = 2;

    /** Grey levels within which a pixel is taken to show what it showed before, once the light is roughly known. */
    private static final int TRUSTED = 25;

    /** Grey levels within which a light accounts for a pixel. */
    private static final int EXPLAINED = 4;

    /** Every so many-th pixel is enough for two numbers: 2,200 of 160×96, from all columns. */
    private static final int STEP = 7;

    /** Fitted to all pixels first, then to those that the first fit explains: what moved has no say. */
    static Light between(GreyPicture before, GreyPicture now) {
        Light rough = fit(before, now, SAME, 256);
        Light fitted = fit(before, now, rough, TRUSTED);
        // Something large that came or went in a scene of few forms looks like light; what is around it says that it is
        // none.
        return SAME.explained(before, now) >= fitted.explained(before, now) ? SAME : fitted;
    }

    /** How many of some pixels it makes of them what they are. */
    private int explained(GreyPicture before, GreyPicture now) {
        int[] expected = expected();
        int count = 0;
        for (int i = 0; i < before.pixels(); i += STEP) {
            count += Math.abs(now.at(i) - expected[before.at(i)]) <= EXPLAINED ? 1 : 0;
        }
        return count;
    }

    /** What each brightness of 256 has become, in grey levels 0 to 255. */
    int[] expected() {
        int[] expected = new int[256];
        for (int before = 0; before < expected.length; before++) {
            expected[before] = (int) Math.max(0, Math.min(255, Math.round(gain * before + offset)));
        }
        return expected;
    }

    private static Light fit(GreyPicture before, GreyPicture now, Light known, int within) {
        int[] expected = known.expected();
        long n = 0;
        long x = 0;
        long y = 0;
        long xx = 0;
        long xy = 0;
        for (int i = 0; i < before.pixels(); i += STEP) {
            int b = before.at(i);
            int v = now.at(i);
            if (Math.abs(v - expected[b]) <= within) {
                n++;
                x += b;
                y += v;
                xx += (long) b * b;
                xy += (long) b * v;
            }
        }
        long variance = n * xx - x * x;
        // A fit over a few leftovers, or over pixels of one brightness, says nothing about the light.
        if (n < before.pixels() / STEP / 4 || variance <= 0) {
            return known;
        }
        double gain = Math.max(1 / MAX_GAIN, Math.min(MAX_GAIN, (n * xy - x * y) / (double) variance));
        return new Light(gain, (y - gain * x) / n);
    }
}
