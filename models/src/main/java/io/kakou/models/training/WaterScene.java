package io.kakou.models.training;

import org.jspecify.annotations.Nullable;

/**
 * One picture as the rule sees it where no zone is drawn: the mean of the cells in its lower part. The head is linear, so
 * the mean of the cells' evidence is the evidence of that mean.
 *
 * @param isOfCamera whether a fixed street camera took it
 * @param flooded null where nobody can tell
 * @param features the mean
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody changes them.
record WaterScene(String file, String group, boolean isOfCamera, @Nullable Boolean flooded, float[] features) {
    boolean isDry() {
        return Boolean.FALSE.equals(flooded);
    }

    boolean isFlooded() {
        return Boolean.TRUE.equals(flooded);
    }

    boolean isClear() {
        return flooded != null;
    }
}
