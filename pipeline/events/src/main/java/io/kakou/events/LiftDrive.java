package io.kakou.events;

/** How a lift's controller ends a hold by itself. One that does not is never driven. */
public enum LiftDrive {
    /** A command holds the door for so many seconds and no longer. */
    PULSE,
    /** The door is held while a register goes on changing; the controller's own watchdog ends it. */
    HEARTBEAT,
    /** A constant written by a newer release: not driven here. */
    UNKNOWN
}
