package io.kakou.events;

/** From which end a way is searched. */
public enum SearchStart {
    /** The child is here, nobody knows from where: its way back is wanted. */
    FOUND,
    /** The child was here and is gone: its way on is wanted. */
    LAST_SEEN,
    UNKNOWN
}
