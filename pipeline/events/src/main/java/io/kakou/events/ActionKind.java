package io.kakou.events;

/** What a person did with an incident. */
public enum ActionKind {
    ACCEPT,
    REJECT,
    DISPATCH,
    ARRIVE,
    /** 处置: what was to be done is done. */
    HANDLE,
    /** 核查: looked whether it is. */
    VERIFY,
    /** 挂账 until a day. */
    SUSPEND,
    /** Taken up again. */
    RESUME,
    CLOSE,
    /** 回访, after it was closed. */
    FOLLOW_UP,
    /** Parts go on as an incident of their own. */
    SPLIT,
    /** It goes on as part of another; that one's record of the same is {@link #TAKE}. */
    JOIN,
    /** The parts of another that was joined to this. */
    TAKE,
    /** A constant written by a newer release. */
    UNKNOWN
}
