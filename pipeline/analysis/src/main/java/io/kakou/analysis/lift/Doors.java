package io.kakou.analysis.lift;

import io.kakou.events.Lift;

/** Opens the way to a lift's controller. */
public interface Doors {
    /** Connects when it is needed first; never blocks. */
    Door open(Lift lift);
}
