package io.kakou.benchmarks.wakes;

import io.kakou.analysis.gate.Change;
import io.kakou.analysis.gate.Gate;
import io.kakou.analysis.gate.GateState;
import io.kakou.analysis.gate.GreyPicture;

/** A gate with its memory. */
public interface Opener {
    /** Whether this picture wakes the detector; then it is looked at. */
    boolean opens(GreyPicture picture);

    /** Kakou's, of which nothing is known. */
    static Opener kakou() {
        return new Opener() {
            private final Gate gate = new Gate(Gate.Settings.DEFAULT);
            private GateState state = GateState.NEW;

            @Override
            public boolean opens(GreyPicture picture) {
                Change change = gate.compare(state, picture);
                state = gate.learn(state, change);
                if (change.changed()) {
                    state = state.lookedAt(picture);
                }
                return change.changed();
            }
        };
    }
}
