package io.kakou.events.search;

/** How fast somebody goes from camera to camera. */
record Pace(TravelTimes times, double metresASecond) {
    private static final double FIRST_SPREAD = 0.6;

    /** From a place to the first camera. */
    Way first(double metres) {
        return new Way(metres, metres / metresASecond, FIRST_SPREAD, 0);
    }

    /** One camera further; the spreads of a way's parts hang together, for who dawdles does so all along. */
    Way beyond(Way before, String from, String to, double metres) {
        double seconds = times.seconds(from, to, metres, metresASecond);
        double all = before.seconds() + seconds;
        double spread = (before.spread() * before.seconds() + times.spread(from, to) * seconds) / Math.max(1e-9, all);
        return new Way(before.metres() + metres, all, spread, before.between() + 1);
    }
}
