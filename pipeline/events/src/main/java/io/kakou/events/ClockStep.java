package io.kakou.events;

/** What a room has to have done by a deadline. */
public enum ClockStep {
    /** 响应: somebody accepted or rejected it. */
    RESPOND,
    /** 派遣: a unit was sent. */
    DISPATCH,
    /** 到场: the unit is there. */
    ARRIVE,
    /** 增援: a second unit was sent, or nothing is left to do. */
    REINFORCE,
    /** 处置: the unit has done what was to be done. */
    HANDLE,
    /** 核查: somebody has looked whether it is done; runs from when it was handled. */
    VERIFY,
    /** 结案. */
    CLOSE,
    /** 挂账: taken up again; runs out at the time that was said when it was suspended. */
    RESUME,
    /** 回访: somebody has asked again; runs from when it was closed. */
    FOLLOW_UP,
    /** A constant written by a newer release. */
    UNKNOWN;

    /** Whether it runs from the moment the incident is opened; others begin with what they follow. */
    public boolean startsAtOpening() {
        return switch (this) {
            case RESPOND, DISPATCH, ARRIVE, REINFORCE, HANDLE, CLOSE -> true;
            case VERIFY, RESUME, FOLLOW_UP, UNKNOWN -> false;
        };
    }
}
