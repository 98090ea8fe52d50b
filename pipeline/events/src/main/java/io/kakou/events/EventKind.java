package io.kakou.events;

/** What an alert says has happened. */
public enum EventKind {
    /** Standing water on a road, 积水. */
    WATERLOGGING,
    /** A child without an adult in company, 走失儿童. */
    LOST_CHILD,
    /** An e-bike in a lift cabin, 电动车入梯. */
    EBIKE_IN_LIFT,
    /** A muck truck where or when it must not be, 渣土车. */
    MUCK_TRUCK,
    /** Muck or waste tipped where it must not be, 偷倒. */
    DUMPING,
    /** A constant written by a newer release: it goes to people, never to the floor. */
    UNKNOWN;

    /** Whether a seat may hear of many as one: of a child or a lift never. What a newer release calls its kind may. */
    public boolean mayWait() {
        return switch (this) {
            case LOST_CHILD, EBIKE_IN_LIFT -> false;
            case WATERLOGGING, MUCK_TRUCK, DUMPING, UNKNOWN -> true;
        };
    }
}
