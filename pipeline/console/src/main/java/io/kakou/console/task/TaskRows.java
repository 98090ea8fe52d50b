package io.kakou.console.task;

import io.kakou.console.schema.Sql;
import io.kakou.events.Point;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tasks and reports as they lie in the database. */
final class TaskRows {
    private TaskRows() {}

    /**
     * A task's row without its reports.
     *
     * @param phoneHash of the phone that it is bound to, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // Compared by MessageDigest alone.
    record Row(Task task, byte @Nullable [] phoneHash) {}

    /** Held against others until the transaction ends. */
    static Optional<Row> ofToken(Sql sql, String token) throws SQLException {
        Optional<Row> row = sql.one(
                "select * from task where token_hash = ? for update",
                each -> new Row(task(each, List.of()), each.getBytes("phone_hash")),
                LinkToken.hash(token));
        if (row.isEmpty()) {
            return row;
        }
        return Optional.of(new Row(withReports(sql, row.get().task()), row.get().phoneHash()));
    }

    static List<Task> ofIncident(Sql sql, String incident) throws SQLException {
        List<Task> bare = sql.list(
                "select * from task where incident = ? order by sent_at, id", row -> task(row, List.of()), incident);
        List<Task> tasks = new ArrayList<>();
        for (Task each : bare) {
            tasks.add(withReports(sql, each));
        }
        return tasks;
    }

    static Task withReports(Sql sql, Task task) throws SQLException {
        List<Report> reports = sql.list(
                "select * from task_report where task = ? order by at, received_at, id", TaskRows::report, task.id());
        return new Task(
                task.id(),
                task.incident(),
                task.unit(),
                task.parts(),
                task.sentAt(),
                task.expiresAt(),
                task.openedAt(),
                reports);
    }

    static Task task(ResultSet row, List<Report> reports) throws SQLException {
        Array parts = row.getArray("parts");
        return new Task(
                row.getString("id"),
                row.getString("incident"),
                row.getString("unit"),
                List.of((String[]) parts.getArray()),
                Sql.instant(row, "sent_at"),
                Sql.instant(row, "expires_at"),
                row.getTimestamp("opened_at") == null ? null : Sql.instant(row, "opened_at"),
                reports);
    }

    private static Report report(ResultSet row) throws SQLException {
        Double longitude = row.getObject("longitude", Double.class);
        Double latitude = row.getObject("latitude", Double.class);
        return new Report(
                row.getString("id"),
                ReportKind.valueOf(row.getString("kind")),
                Sql.instant(row, "at"),
                Sql.instant(row, "received_at"),
                longitude == null || latitude == null ? null : new Point(longitude, latitude),
                row.getObject("accuracy", Double.class),
                row.getObject("metres", Double.class));
    }
}
