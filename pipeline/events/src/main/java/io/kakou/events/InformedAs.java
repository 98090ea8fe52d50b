package io.kakou.events;

/** Why a room knows of an incident that another owns. */
public enum InformedAs {
    /** The kind asks for it: the police room, the enforcement seat. */
    SECOND_OWNER,
    /** The place lies on its border. */
    NEIGHBOUR,
    /** A step ran out, and the ladder leads to it. */
    SUPERIOR,
    /** A constant written by a newer release. */
    UNKNOWN
}
