package io.kakou.console.incidents;

import io.kakou.events.Incident;

/** The incident does not stand where the person saw it; it comes along as it stands. */
public final class ActionConflict extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Incident current;

    ActionConflict(String line, Incident current) {
        super(line);
        this.current = current;
    }

    public Incident current() {
        return current;
    }
}
