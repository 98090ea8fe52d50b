package io.kakou.events;

/** Whether an alert begins or ends. */
public enum AlertPhase {
    /** The rule found the event. */
    RAISED,
    /** The event is over, as far as the rule sees. Same alert id as the one that was raised. */
    RELEASED,
    /** A constant written by a newer release. */
    UNKNOWN
}
