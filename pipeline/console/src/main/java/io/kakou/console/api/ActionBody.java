package io.kakou.console.api;

import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.incidents.Verdicts;
import io.kakou.console.refusal.Refusal;
import io.kakou.events.ActedBy;
import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.Alert;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.Part;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an operator's page sends as an action, read and checked by field. */
final class ActionBody {
    private static final int LONGEST_NOTE = 2_000;
    private static final Pattern ACTION_ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Services services;

    ActionBody(Services services) {
        this.services = services;
    }

    /**
     * The action, and where an incident is joined to another what that one takes over.
     *
     * @throws Refusal naming the field
     */
    List<Action> actions(JsonObject body, Incident incident, Caller caller) {
        Action action = action(body, incident, caller);
        if (action.kind() == ActionKind.TAKE) {
            throw Refusal.badField("kind", "kind TAKE is made by JOIN; allowed: JOIN on the incident that is to go on");
        }
        return action.kind() == ActionKind.JOIN ? List.of(action, taking(action, incident, caller)) : List.of(action);
    }

    private Action action(JsonObject body, Incident incident, Caller caller) {
        ActionKind kind = Call.constant(ActionKind.class, "kind", Call.optionalText(body, "kind"));
        Boolean needed = Call.optionalFlag(body, "actionNeeded");
        String verdict = verdict(Call.optionalText(body, "verdict"), incident.kind());
        if (kind == ActionKind.REJECT && (verdict == null || needed == null)) {
            throw Refusal.badField(
                    verdict == null ? "verdict" : "actionNeeded", "a rejection needs a verdict and actionNeeded");
        }
        if (verdict != null || needed != null) {
            mustHaveLooked(incident, caller);
        }
        return new Action(
                actionId(body),
                incident.id(),
                kind,
                caller.account().name(),
                services.clock().instant(),
                seenVersion(body),
                unit(kind, Call.optionalText(body, "unit"), caller),
                verdict,
                needed,
                note(body),
                parts(body),
                ActedBy.ROOM,
                null,
                until(body),
                other(kind, body, caller),
                List.of());
    }

    /** The same whoever asks again makes the same: its id follows from the other action's. */
    private Action taking(Action join, Incident incident, Caller caller) {
        String id = UUID.nameUUIDFromBytes(("take " + join.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
        Incident other = services.room().incidents().toActOn(String.valueOf(join.other()), caller.scope());
        return new Action(
                id,
                other.id(),
                ActionKind.TAKE,
                join.user(),
                join.at(),
                other.version(),
                null,
                null,
                null,
                join.note(),
                List.of(),
                ActedBy.ROOM,
                null,
                null,
                incident.id(),
                incident.parts().isEmpty() ? List.of(Part.whole(incident, incident.updatedAt(), 0)) : incident.parts());
    }

    /** Verdicts are what models learn from: nobody says what a picture shows without having been shown it. */
    private void mustHaveLooked(Incident incident, Caller caller) {
        List<String> alerts = incident.alerts().stream()
                .filter(alert -> !alert.isByPerson())
                .map(Alert::id)
                .toList();
        if (!alerts.isEmpty()
                && !services.people().views().opened(caller.account().name(), alerts)) {
            throw Refusal.lookFirst();
        }
    }

    /** Chosen by who asks, so that asking again is the same action; made here where it is not. */
    static String actionId(JsonObject body) {
        String id = Call.optionalText(body, "actionId");
        if (id == null) {
            return UUID.randomUUID().toString();
        }
        if (!ACTION_ID.matcher(id).matches()) {
            throw Refusal.badField("actionId", "actionId is another word; allowed: a UUID of your own making");
        }
        return id;
    }

    private static long seenVersion(JsonObject body) {
        if (body.getValue("seenVersion") instanceof Number number) {
            return number.longValue();
        }
        throw Refusal.badField("seenVersion", "seenVersion is missing; allowed: the incident's version on the screen");
    }

    private @Nullable String unit(ActionKind kind, @Nullable String unit, Caller caller) {
        if (unit == null) {
            if (kind == ActionKind.DISPATCH) {
                throw Refusal.badField("unit", "a dispatch needs a unit");
            }
            return null;
        }
        boolean known = services.room().units().list(caller.scope()).stream()
                .anyMatch(each -> each.id().equals(unit));
        if (!known) {
            throw Refusal.badField("unit", "there is no such unit; allowed: one of /api/units");
        }
        return unit;
    }

    private static @Nullable String verdict(@Nullable String verdict, EventKind kind) {
        boolean known = verdict == null
                || Verdicts.of(kind).stream().anyMatch(each -> each.code().equals(verdict));
        if (!known) {
            throw Refusal.badField("verdict", "there is no such verdict; allowed: one of /api/verdicts?kind=" + kind);
        }
        return verdict;
    }

    static @Nullable String note(JsonObject body) {
        String note = Call.optionalText(body, "note");
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refusal.badField("note", "the note is too long; allowed: " + LONGEST_NOTE + " characters");
        }
        return note == null || note.isBlank() ? null : note;
    }

    private static List<String> parts(JsonObject body) {
        Object parts = body.getValue("parts");
        boolean words = parts == null
                || (parts instanceof JsonArray array
                        && array.size() <= Incident.MOST_PARTS
                        && array.stream().allMatch(String.class::isInstance));
        if (!words) {
            throw Refusal.badField(
                    "parts",
                    "parts is no list of ids; allowed: ids of the incident's parts, " + Incident.MOST_PARTS
                            + " at most");
        }
        return parts == null
                ? List.of()
                : ((JsonArray) parts)
                        .stream().map(String.class::cast).distinct().toList();
    }

    private static @Nullable Instant until(JsonObject body) {
        String until = Call.optionalText(body, "until");
        try {
            return until == null ? null : Instant.parse(until);
        } catch (DateTimeParseException e) {
            throw Refusal.badField("until", "until is no time; allowed: ISO 8601 in UTC, as in 2026-05-01T04:00:00Z");
        }
    }

    private @Nullable String other(ActionKind kind, JsonObject body, Caller caller) {
        String other = Call.optionalText(body, "other");
        if (kind != ActionKind.JOIN) {
            return null;
        }
        if (other == null) {
            throw Refusal.badField("other", "other is missing; allowed: the id of the incident it goes on in");
        }
        return services.room().incidents().toActOn(other, caller.scope()).id();
    }
}
