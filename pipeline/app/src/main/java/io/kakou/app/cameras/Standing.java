package io.kakou.app.cameras;

import io.kakou.events.Health;
import io.kakou.events.Stage;
import org.jspecify.annotations.Nullable;

/**
 * How a camera stands.
 *
 * @param trouble null where there is none, or none yet
 */
record Standing(Health health, @Nullable Trouble trouble) {
    /** Whether it is looked at and shows something; while it is only being opened it is neither well nor in trouble. */
    boolean isWell() {
        return health.stage() == Stage.LOOKING && health.blind() == null;
    }
}
