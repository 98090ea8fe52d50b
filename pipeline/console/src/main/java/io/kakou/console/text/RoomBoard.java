package io.kakou.console.text;

import io.kakou.events.ActionKind;
import io.kakou.events.Alert;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Transition;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Writes one line for every change of an incident, with the room it belongs to in front. An incident may come as often
 * as the log gives it: each transition is told once. For one thread.
 */
public final class RoomBoard {
    /** Transitions remembered as told; an incident that comes again after so many others is told again. */
    static final int MOST_REMEMBERED = 100_000;

    private static final String CONTROL = "\\p{Cntrl}";

    private final Consumer<String> lines;
    private final DateTimeFormatter clock;
    private final UnaryOperator<String> roomName;
    private final Set<String> told = new LinkedHashSet<>();

    /**
     * A board with nothing on it.
     *
     * @param lines takes each line, without its end
     * @param zone the street's zone
     * @param roomName what people call the room with this id, see {@link RoomNames}
     */
    public RoomBoard(Consumer<String> lines, ZoneId zone, UnaryOperator<String> roomName) {
        this.lines = lines;
        this.clock = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
        this.roomName = roomName;
    }

    /** Tells what is new about the incident. */
    public void show(Incident incident) {
        for (Transition transition : incident.transitions()) {
            if (remember(transition.id())) {
                lines.accept(line(incident, transition).replaceAll(CONTROL, "?"));
            }
        }
    }

    private boolean remember(String id) {
        if (!told.add(id)) {
            return false;
        }
        if (told.size() > MOST_REMEMBERED) {
            told.remove(told.iterator().next());
        }
        return true;
    }

    private String line(Incident incident, Transition transition) {
        return time(transition.at()) + " [" + roomName.apply(incident.room()) + "] " + news(incident, transition)
                + " · 摄像头 camera " + incident.camera() + detail(incident, transition) + " · " + incident.id();
    }

    private String news(Incident incident, Transition transition) {
        String what = Wording.event(incident);
        return switch (transition.kind()) {
            case OPENED -> "新警情 new: " + what;
            case JOINED -> "并入警情 joined: " + what;
            case RELEASED -> Wording.over(incident.kind()) + ", " + lasted(incident, transition) + ": " + what;
            case ACTED -> acted(incident, transition) + ": " + what;
            case OVERDUE -> Wording.overdue(transition.cause()) + ": " + what;
            case OVERDUE_WITHDRAWN -> Wording.withdrawn(transition.cause()) + ": " + what;
            case ESCALATED -> "已上报上级 escalated to [" + roomName.apply(room(incident, transition)) + "]: " + what;
            case UNKNOWN -> "警情有更新 updated: " + what;
        };
    }

    private String detail(Incident incident, Transition transition) {
        return switch (transition.kind()) {
            case OPENED -> " · 发生 since " + time(incident.openedAt()) + score(incident, transition);
            case JOINED -> score(incident, transition);
            case ACTED -> " · 上报后 " + since(incident, transition) + " after the report" + unit(incident, transition);
            case OVERDUE -> " · 时限 limit " + since(incident, transition) + outage(transition);
            case RELEASED, OVERDUE_WITHDRAWN, ESCALATED, UNKNOWN -> "";
        };
    }

    private static String room(Incident incident, Transition transition) {
        return transition.room() == null ? incident.room() : transition.room();
    }

    private static String acted(Incident incident, Transition transition) {
        ActionKind action = transition.action() == null ? ActionKind.UNKNOWN : transition.action();
        return switch (action) {
            case SPLIT -> "已拆分 split";
            case TAKE -> "已并入 another was joined to it";
            case FOLLOW_UP -> "已回访 followed up";
            case ACCEPT, REJECT, DISPATCH, ARRIVE, HANDLE, VERIFY, SUSPEND, RESUME, CLOSE, JOIN, UNKNOWN ->
                moved(incident, transition);
        };
    }

    /** A second dispatch or arrival leaves the state as it was. */
    private static String moved(Incident incident, Transition transition) {
        IncidentState before = IncidentState.UNKNOWN;
        for (Transition each : incident.transitions()) {
            if (each.id().equals(transition.id())) {
                return each.state() == before ? Wording.REINFORCED : Wording.state(each.state());
            }
            before = each.state();
        }
        return Wording.state(transition.state());
    }

    private static String unit(Incident incident, Transition transition) {
        boolean ofAUnit =
                switch (transition.state()) {
                    case DISPATCHED, ON_SITE, HANDLED -> incident.unit() != null;
                    case REPORTED, ACCEPTED, VERIFIED, SUSPENDED, CLOSED, REJECTED, JOINED, UNKNOWN -> false;
                };
        return ofAUnit ? " · 处置单位 unit " + incident.unit() : "";
    }

    private static String outage(Transition transition) {
        return transition.outage() == null ? "" : " · 系统停机期间到期 ran out while the system was down";
    }

    /** From the moment the room could know. */
    private static String since(Incident incident, Transition transition) {
        Instant opened = incident.transitions().get(0).at();
        long seconds = Math.max(0, Duration.between(opened, transition.at()).toSeconds());
        return Wording.chineseDuration(seconds) + " " + Wording.englishDuration(seconds);
    }

    private static String score(Incident incident, Transition transition) {
        Optional<Alert> cause = incident.alerts().stream()
                .filter(alert -> alert.id().equals(transition.cause()))
                .findFirst();
        return cause.map(alert -> String.format(Locale.ROOT, " · 得分 score %.2f", alert.score()))
                .orElse("");
    }

    private static String lasted(Incident incident, Transition transition) {
        long seconds = Math.max(
                0, Duration.between(incident.openedAt(), transition.at()).toSeconds());
        return "历时 " + Wording.chineseDuration(seconds) + " after " + Wording.englishDuration(seconds);
    }

    private String time(Instant at) {
        return clock.format(at);
    }
}
