package io.kakou.events;

/** How far the stored footage of a camera was looked at again. What was not looked at is unknown; it is not empty. */
public enum FootageLook {
    NOT_YET,
    LOOKING,
    LOOKED,
    /** Nothing is kept of it in that time. */
    NOT_RECORDED,
    /** Something is kept and shows nothing: torn, dark, covered, or it cannot be read. */
    BLIND,
    UNKNOWN
}
