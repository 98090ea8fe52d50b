package io.kakou.models.decoding;

/**
 * What a detector keeps.
 *
 * @param minScore 0.01 to 1. Lower finds more and is wrong more often; a tracker that bridges gaps with weak detections
 *     wants 0.1
 * @param overlap 0 to 1: of two boxes of one class that share more (intersection over union), the weaker is dropped.
 *     Higher keeps people who stand close, and doubles
 * @param most 1 to 1000: the best so many are kept
 */
public record Kept(double minScore, double overlap, int most) {
    public static final Kept DEFAULT = new Kept(0.25, 0.6, 100);

    public Kept {
        check("minScore", minScore, 0.01, 1);
        check("overlap", overlap, 0, 1);
        check("most", most, 1, 1000);
    }

    public Kept withMinScore(double score) {
        return new Kept(score, overlap, most);
    }

    private static void check(String key, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "detector " + key + " is " + value + "; allowed: " + least + " to " + most);
        }
    }
}
