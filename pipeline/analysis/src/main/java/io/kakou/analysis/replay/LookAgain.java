package io.kakou.analysis.replay;

import io.kakou.analysis.look.DatedLook;
import org.jspecify.annotations.Nullable;

/**
 * A look judged again.
 *
 * @param input whether the model is given what it was given then
 * @param then what it came to; null where that was not kept
 * @param now what it comes to
 */
public record LookAgain(DatedLook look, Input input, @Nullable Outcome then, Outcome now) {
    /** What became of a look's picture. */
    public enum Input {
        /** The model was given none, and is given none. */
        NONE,
        /** The very same bytes. */
        SAME,
        /** Another picture than then. */
        DIFFERS,
        /** The footage does not hold it: the look is judged as one that shows nothing. */
        MISSING
    }

    /** Whether the rules come to the same; true where nothing was kept to compare with. */
    public boolean decidesTheSame() {
        return then == null || then.decidesAs(now);
    }

    /** Whether it is the same to the last bit; true of what was not kept. */
    public boolean isSame() {
        boolean sameInput =
                switch (input) {
                    case NONE, SAME -> true;
                    case DIFFERS, MISSING -> false;
                };
        return sameInput && (then == null || then.equals(now));
    }

    /** The boxes of both; nothing where none were kept. */
    public Matching boxes() {
        return then == null ? Matching.NOTHING : Matching.of(then.detections(), now.detections());
    }
}
