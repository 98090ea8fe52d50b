package io.kakou.app.cameras;

import org.jspecify.annotations.Nullable;

/** Who watches which camera, as far as it is this worker. */
public interface Owners {
    /** Null where it is not this worker, or not yet. */
    @Nullable
    Owner of(String camera);
}
