package io.kakou.analysis.lift.wire;

import io.kakou.analysis.lift.Answer;
import org.jspecify.annotations.Nullable;

/** What a controller answers over HTTP: {@code {"held": true, "doorClosed": false, "generation": 17}}. */
record HttpAnswer(@Nullable Boolean held, @Nullable Boolean doorClosed, @Nullable Long generation) {
    Answer answer() {
        return new Answer(held != null && held, doorClosed, generation == null ? 0 : generation);
    }
}
