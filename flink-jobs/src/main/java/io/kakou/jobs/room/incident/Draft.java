package io.kakou.jobs.room.incident;

import io.kakou.events.Alert;
import io.kakou.events.Deadline;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Informed;
import io.kakou.events.Part;
import io.kakou.events.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An incident while it is being changed. */
final class Draft {
    private final Incident before;
    private final List<Transition> transitions;
    private Instant updatedAt;
    private long version;
    private IncidentState state;
    private long alertCount;
    private List<Alert> alerts;
    private @Nullable String unit;
    private List<Deadline> deadlines;
    private List<Part> parts;
    private List<Informed> informed;
    private @Nullable String joinedInto;

    private Draft(Incident before) {
        this.before = before;
        transitions = new ArrayList<>(before.transitions());
        updatedAt = before.updatedAt();
        version = before.version();
        state = before.state();
        alertCount = before.alertCount();
        alerts = before.alerts();
        unit = before.unit();
        deadlines = before.deadlines();
        parts = before.parts();
        informed = before.informed();
        joinedInto = before.joinedInto();
    }

    static Draft of(Incident before) {
        return new Draft(before);
    }

    Draft state(IncidentState next) {
        state = next;
        return this;
    }

    Draft unit(@Nullable String named) {
        unit = named == null ? unit : named;
        return this;
    }

    Draft deadlines(List<Deadline> all) {
        deadlines = all;
        return this;
    }

    Draft parts(List<Part> all) {
        parts = all;
        return this;
    }

    /** Another room knows of it; the first to be told stay where there is no room for more. */
    Draft informed(Informed room) {
        boolean known = informed.stream().anyMatch(each -> each.room().equals(room.room()));
        if (!known && informed.size() < Incident.MOST_INFORMED) {
            informed = Stream.concat(informed.stream(), Stream.of(room)).toList();
        }
        return this;
    }

    Draft joinedInto(String other) {
        joinedInto = other;
        return this;
    }

    Draft alerts(List<Alert> first, long count) {
        alerts = first;
        alertCount = count;
        return this;
    }

    /** How it began always stays; past the ceiling the oldest alert's, or else the oldest of the others, makes room. */
    Draft step(Transition step) {
        transitions.add(step);
        version++;
        updatedAt = step.at().isAfter(updatedAt) ? step.at() : updatedAt;
        if (transitions.size() > Incident.MOST_TRANSITIONS) {
            transitions.remove(leastMissed());
        }
        return this;
    }

    Draft steps(List<Transition> steps) {
        steps.forEach(this::step);
        return this;
    }

    private int leastMissed() {
        for (int i = 1; i < transitions.size(); i++) {
            if (isOfAnAlert(transitions.get(i))) {
                return i;
            }
        }
        return 1;
    }

    private static boolean isOfAnAlert(Transition step) {
        return switch (step.kind()) {
            case JOINED, RELEASED -> true;
            case OPENED, ACTED, OVERDUE, OVERDUE_WITHDRAWN, ESCALATED, UNKNOWN -> false;
        };
    }

    Incident done() {
        return new Incident(
                before.id(),
                before.kind(),
                before.mergeKey(),
                before.area(),
                before.room(),
                before.camera(),
                before.place(),
                state,
                before.openedAt(),
                updatedAt,
                version,
                alertCount,
                alerts,
                transitions,
                unit,
                deadlines,
                before.road(),
                parts,
                informed,
                joinedInto);
    }
}
