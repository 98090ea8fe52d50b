package io.kakou.console.task;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a unit was sent to do.
 *
 * @param id of the action that dispatched it
 * @param incident where it was sent; it may have been joined to another since
 * @param parts ids of the places it was sent to; none: all of the incident
 * @param openedAt when its link was first opened, or null
 * @param reports what the unit has said, oldest first
 */
public record Task(
        String id,
        String incident,
        String unit,
        List<String> parts,
        Instant sentAt,
        Instant expiresAt,
        @Nullable Instant openedAt,
        List<Report> reports) {
    public Task {
        parts = List.copyOf(parts);
        reports = List.copyOf(reports);
    }

    /** The first report of a kind. */
    public Optional<Report> first(ReportKind kind) {
        return reports.stream().filter(report -> report.kind() == kind).findFirst();
    }

    /** How far it has come, in one word. */
    public TaskState state() {
        if (first(ReportKind.DONE).isPresent()) {
            return TaskState.DONE;
        }
        if (first(ReportKind.ARRIVED).isPresent()) {
            return TaskState.ARRIVED;
        }
        if (first(ReportKind.ACCEPTED).isPresent()) {
            return TaskState.ACCEPTED;
        }
        return openedAt == null ? TaskState.SENT : TaskState.OPENED;
    }
}
