package io.kakou.events;

/** How a person is under way. */
public enum UnderWay {
    ON_FOOT,
    /** On something with wheels: a camera tells no balance bike from a scooter. */
    RIDING,
    CARRIED,
    PUSHED,
    UNKNOWN
}
