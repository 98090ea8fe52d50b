package io.kakou.app.storm;

import io.kakou.app.role.Role;
import java.util.EnumSet;
import java.util.Set;

/** What is killed. */
enum Target {
    ANALYSIS,
    ROOM,
    LOG,
    /** PostgreSQL's first process. */
    POSTMASTER,
    /** One of the others, which makes PostgreSQL begin anew. */
    BACKEND,
    /** {@code kakou run} itself; started again by the test, as a service manager would. */
    SUPERVISOR,
    /** All of them by their ids, the nearest to a power cut that a test may do. */
    EVERYTHING;

    /** The roles that say they are ready once it is over. */
    Set<Role> begin() {
        return switch (this) {
            case ANALYSIS -> EnumSet.of(Role.ANALYSIS);
            case ROOM -> EnumSet.of(Role.ROOM);
            case LOG -> EnumSet.of(Role.LOG);
            case POSTMASTER, BACKEND -> EnumSet.noneOf(Role.class);
            case SUPERVISOR, EVERYTHING -> EnumSet.allOf(Role.class);
        };
    }

    boolean endsSupervisor() {
        return this == SUPERVISOR || this == EVERYTHING;
    }
}
