package io.kakou.models.training.water;

import org.jspecify.annotations.Nullable;

/**
 * One picture as the rule sees it where no zone is drawn: the mean of the cells in its lower part. The head is linear, so
 * the evidence of that mean is the mean of the cells' evidence.
 *
 * @param group what is left out together: a camera, else the whole source
 * @param flooded null where nobody can tell
 * @param seen of the picture as it is
 * @param mirrored of its mirror image
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody changes them.
record WaterScene(String file, String group, @Nullable Boolean flooded, float[] seen, float[] mirrored) {
    boolean isDry() {
        return Boolean.FALSE.equals(flooded);
    }

    boolean isFlooded() {
        return Boolean.TRUE.equals(flooded);
    }

    boolean isClear() {
        return flooded != null;
    }

    /** What is judged: the mean of both. */
    float[] features() {
        float[] mean = new float[seen.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (seen[i] + mirrored[i]) / 2;
        }
        return mean;
    }
}
