package io.kakou.events;

/** Why a room hears of an e-bike in a lift whose door is held for it; of all others it does not. */
public enum LiftReason {
    /** It does not leave. */
    STAYS("stays"),
    /** It is tried again and again. */
    REPEATS("repeats"),
    /** The door was closed on it against the hold. */
    FORCED("forced"),
    /** The controller does not do what it is asked. */
    CONTROLLER_FAILS("controller-fails");

    /** The rule of an alert that was told for one of these. */
    public static final String RULE = "lift-control/1";

    private final String word;

    LiftReason(String word) {
        this.word = word;
    }

    /** The subject of an alert that is told for it. */
    public String word() {
        return word;
    }
}
