package io.kakou.console.views;

/** What was looked at. */
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
    FORGOTTEN
}
