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
    /** Not looked at: an incident was put aside until a time. */
    SHELVED,
    /** Not looked at: alerts of a kind were muted. */
    MUTED,
    /** Not looked at: a mute was ended before its time. */
    MUTE_ENDED,
    /** Not looked at: a room's alarm budget was set. */
    BUDGET,
    /** Not looked at: a rule was switched off. */
    RULE_OFF,
    /** Not looked at: a rule is on again. */
    RULE_ON,
    /** Not looked at: cameras are looked at with another model. */
    MODEL_USED,
    /** Not looked at: cameras are looked at as before. */
    MODEL_BACK,
    /** Not looked at: a notice of blind places was read. */
    BLIND_READ,
    /** Not looked at: a lift's controller was tested. */
    LIFT_TESTED,
    /** Not looked at: a lift's door was let go. */
    LIFT_RELEASED,
    /** A unit's photo. */
    UNIT_PHOTO,
    /** Not looked at: a search for a child was begun. */
    SEARCH_OPENED,
    /** A search's candidates and route. */
    SEARCH_LOOKED,
    /** A picture of somebody who passed. */
    SEARCH_PICTURE,
    /** Not looked at: somebody was accepted as the child, or turned down. */
    SEARCH_DECIDED,
    /** Not looked at: a search ended, and all that came of it was purged. */
    SEARCH_ENDED
}
