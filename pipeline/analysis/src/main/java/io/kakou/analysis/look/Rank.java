package io.kakou.analysis.look;

/** Who is served first where the work is more than the machine can do; in this order. */
public enum Rank {
    /** A lift: seconds count. */
    LIFT,
    /** A camera with an incident that is open, or on the way of somebody who is searched for. */
    OPEN,
    GATE,
    ROAD,
    /** A place that was marked as one where children are, or where dumping is forbidden. */
    MARKED,
    STREET
}
