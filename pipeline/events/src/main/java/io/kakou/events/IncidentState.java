package io.kakou.events;

/** Where an incident stands on its way through a command room. */
public enum IncidentState {
    /** 上报: an alert came, nobody has answered. */
    REPORTED,
    /** 立案: an operator took it as real. */
    ACCEPTED,
    /** 派遣: a named unit was sent. */
    DISPATCHED,
    /** 到场: the unit is there. */
    ON_SITE,
    /** 处置: the unit has done what was to be done. */
    HANDLED,
    /** 核查: somebody looked, and it is done. */
    VERIFIED,
    /** 挂账: cannot be done now; it comes back at a day that was said. */
    SUSPENDED,
    /** 结案. */
    CLOSED,
    /** 误报: an operator found it false. */
    REJECTED,
    /** 并案: it goes on as part of another incident. */
    JOINED,
    /** A constant written by a newer release. */
    UNKNOWN;

    /** Whether people still have to do with it. What a newer release calls its state is open: people decide. */
    public boolean isOpen() {
        return switch (this) {
            case REPORTED, ACCEPTED, DISPATCHED, ON_SITE, HANDLED, VERIFIED, SUSPENDED, UNKNOWN -> true;
            case CLOSED, REJECTED, JOINED -> false;
        };
    }
}
