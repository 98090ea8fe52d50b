package io.kakou.analysis.evidence;

import io.kakou.analysis.replay.LookAgain;
import io.kakou.analysis.replay.LookAgain.Input;
import io.kakou.analysis.replay.Matching;
import io.kakou.events.Alert;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert judged again.
 *
 * @param stored the alert as it was raised
 * @param again what the same looks come to now; null where they raise nothing
 * @param looks each, as it was and as it is
 * @param changed what is not as it was then
 */
public record Replayed(Alert stored, @Nullable Alert again, List<LookAgain> looks, List<Changed> changed) {
    public Replayed {
        looks = List.copyOf(looks);
        changed = List.copyOf(changed);
    }

    /** What an alert is judged with. */
    public enum What {
        DETECTOR,
        FACES,
        BUILD,
        PROCESSOR,
        SETTINGS;

        private String words() {
            return switch (this) {
                case DETECTOR -> "detector was ";
                case FACES -> "what looked at faces was ";
                case BUILD -> "build was ";
                case PROCESSOR -> "processor was ";
                case SETTINGS -> "settings were ";
            };
        }
    }

    /** Something that is not as it was then. */
    public record Changed(What what, String then, String now) {
        /** A sentence for people. */
        public String words() {
            return what.words() + then + ", now " + now;
        }
    }

    /** How an alert and its replay compare. */
    public enum Verdict {
        /** All that was kept is the same to the last bit: the alert, the looks' pictures, what each came to. */
        SAME,
        /** Something was changed, which is named; each look decides as it did, scores may differ. */
        ALIKE,
        /** Another decision, or another picture than was looked at, or other scores although nothing was changed. */
        DIFFERS
    }

    /** How the two compare. */
    public Verdict verdict() {
        if (stored.equals(again) && looks.stream().allMatch(LookAgain::isSame)) {
            return Verdict.SAME;
        }
        return !changed.isEmpty() && showsTheSame() && decidesTheSame() ? Verdict.ALIKE : Verdict.DIFFERS;
    }

    /** Whether the same event is raised at the same look, and every look kept decides as it did. */
    public boolean decidesTheSame() {
        return again != null
                && again.id().equals(stored.id())
                && again.kind() == stored.kind()
                && again.subject().equals(stored.subject())
                && again.at().equals(stored.at())
                && looks.stream().allMatch(LookAgain::decidesTheSame);
    }

    /** The boxes of all looks. */
    public Matching boxes() {
        return looks.stream().map(LookAgain::boxes).reduce(Matching.NOTHING, Matching::and);
    }

    /** Scaling may round otherwise on another processor; nothing else makes another picture of the same footage. */
    private boolean showsTheSame() {
        boolean elsewhere = changed.stream().anyMatch(each -> each.what() == What.PROCESSOR);
        return looks.stream()
                .allMatch(look -> look.input() != Input.MISSING && (elsewhere || look.input() != Input.DIFFERS));
    }
}
