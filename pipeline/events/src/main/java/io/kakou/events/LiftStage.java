package io.kakou.events;

/** How a lift stands, as the worker that watches its camera knows. */
public enum LiftStage {
    /** Its controller has not passed the test: it is watched, never commanded. */
    UNTESTED,
    /** Nobody asks for its door. */
    FREE,
    /** The door is asked to stay open; the controller has not confirmed it yet. */
    ASKED,
    /** The controller says that it holds the door. */
    HELD,
    /** Held, and closed all the same, with the e-bike still in it. */
    FORCED,
    /** Held for as long as is allowed; the door is left alone until the e-bike is gone. */
    GIVEN_UP,
    /** A person has let it go. */
    RELEASED,
    /** The controller does not answer, or does not do what it says. */
    FAILING,
    /** Another worker of a higher generation commands it. */
    FENCED,
    /** A constant written by a newer release. */
    UNKNOWN
}
