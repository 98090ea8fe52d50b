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
    /** 结案. */
    CLOSED,
    /** 误报: an operator found it false. */
    REJECTED,
    /** A constant written by a newer release. */
    UNKNOWN
}
