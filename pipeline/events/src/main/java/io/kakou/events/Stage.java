package io.kakou.events;

/** How far a camera's session has come, in order; what it stands at when it fails names what failed. */
public enum Stage {
    NAME,
    CONNECT,
    AUTHENTICATE,
    DESCRIBE,
    SETUP,
    PLAY,
    FIRST_PACKET,
    FIRST_KEYFRAME,
    LOOKING,
    /** A constant written by a newer release. */
    UNKNOWN
}
