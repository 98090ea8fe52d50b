package io.kakou.app.cluster;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job handed in.
 *
 * @param jar what {@code flink run} is given
 * @param parallelism 1 to 4, which is how many slots there are
 * @param savepoint to go on from; null: from what is on the topics
 * @param words further settings of the program, as {@code --key value}
 */
public record Submission(Path jar, int parallelism, @Nullable String savepoint, List<String> words) {
    static final int SLOTS = 4;

    public Submission {
        words = List.copyOf(words);
        if (parallelism < 1 || parallelism > SLOTS) {
            throw new IllegalArgumentException("parallelism is " + parallelism + "; allowed: 1 to " + SLOTS);
        }
    }

    /** From a savepoint. */
    public Submission from(String place) {
        return new Submission(jar, parallelism, place, words);
    }

    /** On so many slots. */
    public Submission on(int slots) {
        return new Submission(jar, slots, savepoint, words);
    }
}
