package io.kakou.console.incidents;

import io.kakou.console.outbox.Outbox;
import io.kakou.console.schema.Database;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.Id;
import io.kakou.events.Point;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people report themselves: by a call, by looking at a live picture. It goes on the log as an alert, so that room,
 * clock, merging and escalation are those of every other.
 */
public final class Openings {
    private final Database database;
    private final Outbox outbox;

    public Openings(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /**
     * What somebody reports.
     *
     * @param id of the report, chosen by who asks: the same one twice is one
     * @param camera that shows it, or null
     * @param place where it is, or null where the camera's place is not known either
     */
    public record Report(
            String id,
            EventKind kind,
            @Nullable String camera,
            @Nullable Point place,
            String user,
            Instant at,
            @Nullable String note) {}

    /** Takes it; returns when it is in the database with its outbox row. Gives the alert's id. */
    public String take(Report report) {
        String id = Id.hash(Alert.BY_PERSON, report.id());
        // Without a camera each report is a place of its own: nothing is known to be the same.
        String camera = report.camera() == null ? "reported-" + id : report.camera();
        Alert alert = new Alert(
                id,
                AlertPhase.RAISED,
                report.kind(),
                "reported",
                Alert.BY_PERSON,
                camera,
                report.place(),
                null,
                report.at(),
                report.at(),
                1,
                List.of(),
                List.of(),
                report.user(),
                0,
                report.note());
        database.transaction(sql -> {
            outbox.add(sql, Topic.ALERTS, camera, Json.write(alert));
            return id;
        });
        outbox.wake();
        return id;
    }
}
