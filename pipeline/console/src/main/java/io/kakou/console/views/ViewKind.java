package io.kakou.console.views;

/** What was looked at, or held. */
public enum ViewKind {
    /** An alert's picture. */
    PICTURE,
    /** An alert's clip. */
    CLIP,
    /** A camera's latest picture. */
    CAMERA_PICTURE,
    /** A camera, live. */
    LIVE,
    /** Nothing: what a camera had taught was forgotten, which must be known of as well. */
    FORGOTTEN,
    /** A stored minute of a camera. */
    FOOTAGE,
    /** Not looked at: a span of a camera was held. */
    HOLD,
    /** Not looked at: a hold was released. */
    HOLD_RELEASED,
    /** A unit's photo. */
    UNIT_PHOTO
}
