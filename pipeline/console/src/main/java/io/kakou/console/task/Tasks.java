package io.kakou.console.task;

import io.kakou.console.incidents.Incidents;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Action;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Part;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tasks and the links that open them. The first phone that opens a link binds it: what opens it from then on is the
 * token and what that phone was given, together.
 */
public final class Tasks {
    private static final int MOST_JOINS = 8;

    private final Database database;
    private final InstantSource clock;
    private final long lastsSeconds;

    /**
     * A task behind its link, and the incident that it is about now.
     *
     * @param phone what the phone has to keep, told once; null where it has it already
     */
    public record Open(Task task, Incident incident, @Nullable String phone) {}

    private record Answer(@Nullable Open open, @Nullable Refusal refusal) {}

    /**
     * Tasks in a database.
     *
     * @param hours how long a link lasts
     */
    public Tasks(Database database, InstantSource clock, double hours) {
        this.database = database;
        this.clock = clock;
        this.lastsSeconds = Math.round(hours * 3600);
    }

    /** What a dispatch asks of its unit, inside the transaction that takes it. */
    void issue(Sql sql, Action dispatch, String token) throws SQLException {
        sql.run(
                "insert into task (id, incident, unit, parts, sent_at, expires_at, token_hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                dispatch.id(),
                dispatch.incident(),
                dispatch.unit(),
                dispatch.parts(),
                dispatch.at(),
                clock.instant().plusSeconds(lastsSeconds),
                LinkToken.hash(token));
    }

    /** Of one incident, oldest first. */
    public List<Task> of(String incident) {
        return database.transaction(sql -> TaskRows.ofIncident(sql, incident));
    }

    /**
     * Another link in the place of a task's; the one before opens nothing any more, and no phone is bound.
     *
     * @return its token, told once
     * @throws Refusal where there is no such task, or nothing is left to do
     */
    public String renew(Incident incident, String task, Dispatches.Telling telling) {
        if (!incident.state().isOpen()) {
            throw Refusal.conflict("the incident has ended; a link would open nothing");
        }
        String token = LinkToken.fresh();
        int found = database.transaction(sql -> {
            int changed = sql.run(
                    "update task set token_hash = ?, phone_hash = null, expires_at = ? where id = ? and incident = ?",
                    LinkToken.hash(token),
                    clock.instant().plusSeconds(lastsSeconds),
                    task,
                    incident.id());
            if (changed > 0) {
                telling.tell(sql, token);
            }
            return changed;
        });
        if (found == 0) {
            throw Refusal.notFound("task " + task);
        }
        return token;
    }

    /**
     * Opens a link, and binds it where no phone has it yet.
     *
     * @param phone what the phone kept, or null
     * @throws Refusal where the token opens nothing, or nothing for this phone
     */
    public Open open(String token, @Nullable String phone) {
        return answered(database.transaction(sql -> opened(sql, token, phone, true)));
    }

    /** The same for a link that this phone has opened before. */
    public Open get(String token, @Nullable String phone) {
        return answered(database.transaction(sql -> opened(sql, token, phone, false)));
    }

    private static Open answered(Answer answer) {
        if (answer.open() == null) {
            throw answer.refusal() == null ? unknown() : answer.refusal();
        }
        return answer.open();
    }

    private Answer opened(Sql sql, String token, @Nullable String phone, boolean binds) throws SQLException {
        Optional<TaskRows.Row> row = LinkToken.isOne(token) ? TaskRows.ofToken(sql, token) : Optional.empty();
        if (row.isEmpty()) {
            return new Answer(null, unknown());
        }
        Task task = row.get().task();
        byte[] bound = row.get().phoneHash();
        boolean fresh = bound == null && binds;
        if (!fresh && !isOf(bound, phone)) {
            return new Answer(null, Refusal.link(409, "bound", "this link is in use on another phone"));
        }
        if (!task.expiresAt().isAfter(clock.instant())) {
            return new Answer(null, Refusal.link(410, "expired", "this link has expired"));
        }
        Incident incident = current(sql, task);
        if (hasEnded(task, incident)) {
            return new Answer(null, Refusal.link(410, "ended", "there is nothing left to do here"));
        }
        return new Answer(new Open(task, incident, fresh ? bind(sql, task) : null), null);
    }

    /** What the phone has to keep from now on. */
    private String bind(Sql sql, Task task) throws SQLException {
        String secret = LinkToken.fresh();
        sql.run(
                "update task set phone_hash = ?, opened_at = coalesce(opened_at, ?) where id = ?",
                LinkToken.hash(secret),
                clock.instant(),
                task.id());
        return secret;
    }

    private static boolean isOf(byte @Nullable [] bound, @Nullable String phone) {
        return bound != null && phone != null && MessageDigest.isEqual(bound, LinkToken.hash(phone));
    }

    private static Refusal unknown() {
        return Refusal.link(404, "unknown", "this link opens nothing");
    }

    /** A task goes on where its incident goes on. */
    private static Incident current(Sql sql, Task task) throws SQLException {
        Incident incident = Incidents.get(sql, task.incident()).orElseThrow();
        for (int joins = 0; joins < MOST_JOINS; joins++) {
            String next = incident.state() == IncidentState.JOINED ? incident.joinedInto() : null;
            Optional<Incident> there = next == null ? Optional.empty() : Incidents.get(sql, next);
            if (there.isEmpty()) {
                return incident;
            }
            incident = there.get();
        }
        return incident;
    }

    private static boolean hasEnded(Task task, Incident incident) {
        List<Part> parts = task.parts().stream()
                .flatMap(part -> incident.part(part).stream())
                .toList();
        boolean partsEnded = !parts.isEmpty()
                && parts.stream().noneMatch(part -> part.state().isOpen());
        return partsEnded || !incident.state().isOpen();
    }
}
