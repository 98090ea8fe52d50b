package io.kakou.console.incidents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import io.kakou.console.outbox.Outbox;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Action;
import io.kakou.events.Incident;
import io.kakou.events.Part;
import io.kakou.events.PartMoves;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Takes what people do. An action is acknowledged when it is in the database with its outbox row; the incident moves
 * when the log says so. Until then it counts as moved for whoever acts next, so that of two people the first wins.
 */
public final class Actions {
    /** An action that the log has not answered by then is not waited for any more. */
    private static final long WAITS_SECONDS = 60;

    private final Database database;
    private final Outbox outbox;

    /** What is written with an action, in its transaction, where it is taken for the first time. */
    public interface Along {
        void write(Sql sql) throws SQLException;
    }

    public Actions(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * Takes an action on an incident that its author may see. One that was taken before, by its id, is taken no second
     * time: whoever did not hear the acknowledgement may ask again.
     *
     * @throws ActionConflict where it is not allowed from where the incident stands
     */
    public void take(Action action) throws ActionConflict {
        take(action, sql -> {});
    }

    /**
     * The same, with what is written along.
     *
     * @throws ActionConflict where it is not allowed from where the incident stands
     */
    public void take(Action action, Along along) throws ActionConflict {
        take(List.of(action), along);
    }

    /**
     * Takes actions on several incidents, all or none: an incident that goes on in another, and what that one takes over.
     *
     * @throws ActionConflict where one of them is not allowed from where its incident stands
     */
    public void take(List<Action> actions) throws ActionConflict {
        take(actions, sql -> {});
    }

    private void take(List<Action> actions, Along along) throws ActionConflict {
        // Always in the same order, or two people who join each other's would wait for each other.
        List<Action> inOrder =
                actions.stream().sorted(comparing(Action::incident)).toList();
        try {
            database.transaction(sql -> {
                boolean isNew = false;
                for (Action action : inOrder) {
                    isNew |= take(sql, action);
                }
                if (isNew) {
                    along.write(sql);
                }
                return inOrder.size();
            });
        } catch (Refused e) {
            throw e.conflict;
        }
        outbox.wake();
    }

    /** Carries a conflict out of a transaction, which it ends. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient ActionConflict conflict;

        Refused(ActionConflict conflict) {
            super(conflict.getMessage(), conflict);
            this.conflict = conflict;
        }
    }

    /** Whether it is a new one. */
    private boolean take(Sql sql, Action action) throws SQLException {
        // The row is held until the commit: actions on one incident come one after the other.
        Incident incident = sql.one(
                        "select record from incident where id = ? for update", Incidents::incident, action.incident())
                .orElseThrow();
        if (isTaken(sql, action)) {
            return false;
        }
        ActionConflict.Stand stand = stand(sql, incident, action);
        Optional<String> refusal = PartMoves.refusal(stand.state(), stand.parts(), action);
        if (refusal.isPresent()) {
            throw new Refused(new ActionConflict(refusal.get(), incident, stand));
        }
        store(sql, action);
        return true;
    }

    private static boolean isTaken(Sql sql, Action action) throws SQLException {
        return sql.one(
                        "select 1 from action where id = ? and incident = ?",
                        row -> row.getInt(1),
                        action.id(),
                        action.incident())
                .isPresent();
    }

    private void store(Sql sql, Action action) throws SQLException {
        byte[] json = Json.write(action);
        sql.run(
                "insert into action values (?, ?, ?, ?)",
                action.id(),
                action.incident(),
                action.at(),
                new String(json, UTF_8));
        outbox.add(sql, Topic.ACTIONS, action.incident(), json);
    }

    private static ActionConflict.Stand stand(Sql sql, Incident incident, Action next) throws SQLException {
        List<Action> waiting = sql.list(
                "select record from action where incident = ? and not applied and at > ? order by at, id",
                Actions::action,
                incident.id(),
                next.at().minusSeconds(WAITS_SECONDS));
        ActionConflict.Stand stand = new ActionConflict.Stand(incident.state(), incident.parts(), null);
        for (Action each : waiting) {
            if (PartMoves.refusal(stand.state(), stand.parts(), each).isEmpty()) {
                List<Part> parts = PartMoves.after(stand.parts(), each);
                stand = new ActionConflict.Stand(PartMoves.state(stand.state(), parts, each), parts, each.user());
            }
        }
        return stand;
    }

    private static Action action(ResultSet row) throws SQLException {
        try {
            return Json.read(Action.class, row.getString("record").getBytes(UTF_8));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("an action in the database: " + e.reason(), e);
        }
    }
}
