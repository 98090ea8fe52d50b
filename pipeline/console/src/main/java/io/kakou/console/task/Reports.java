package io.kakou.console.task;

import io.kakou.console.incidents.ActionConflict;
import io.kakou.console.incidents.Actions;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.DatabaseFailure;
import io.kakou.console.schema.Sql;
import io.kakou.events.ActedBy;
import io.kakou.events.Action;
import io.kakou.events.ActionKind;
import io.kakou.events.Id;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Part;
import io.kakou.events.Point;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes what units say. Arrived and done are actions like the room's, on the unit's word and at the unit's time: what
 * comes late is counted when it happened.
 */
public final class Reports {
    /** A phone's clock, set to ours over a slow network, is no better. */
    private static final long SLACK_SECONDS = 60;

    private static final int MOST_REPORTS = 60;

    private static final double EARTH_METRES = 6_371_008.8;

    private final Database database;
    private final Actions actions;
    private final InstantSource clock;

    /**
     * What a phone sends.
     *
     * @param sha256 of a photo, in hex; else null
     */
    public record Said(
            String id,
            ReportKind kind,
            Instant at,
            @Nullable Point position,
            @Nullable Double accuracyMetres,
            @Nullable String sha256) {}

    public Reports(Database database, Actions actions, InstantSource clock) {
        this.database = database;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * Takes a report. One that was taken before, by its id, is taken no second time.
     *
     * @throws Refusal where its time cannot be, or the incident does not allow it from where it stands
     */
    public void take(Tasks.Open open, Said said) {
        mustHaveRoom(open.task());
        Report report = report(open, said);
        try {
            switch (said.kind()) {
                case ACCEPTED, PHOTO -> keep(open, report, said.sha256());
                case ARRIVED -> act(ActionKind.ARRIVE, open, report);
                case DONE -> {
                    if (open.task().first(ReportKind.ARRIVED).isEmpty()) {
                        throw Refusal.link(409, "early", "done comes after arrived");
                    }
                    act(ActionKind.HANDLE, open, report);
                }
            }
        } catch (DatabaseFailure e) {
            if (e.duplicate()) {
                throw Refusal.conflict("id " + said.id() + " belongs to another report; allowed: a new UUID");
            }
            throw e;
        }
    }

    /**
     * A phone that never ends reporting is not listened to any more.
     *
     * @throws Refusal where the task has as many reports as any
     */
    public static void mustHaveRoom(Task task) {
        if (task.reports().size() >= MOST_REPORTS) {
            throw Refusal.conflict("the task has " + task.reports().size() + " reports; allowed: " + MOST_REPORTS);
        }
    }

    /** Its time as it is recorded: never ahead of ours, never before the unit was sent. */
    private Report report(Tasks.Open open, Said said) {
        Instant now = clock.instant();
        Instant sent = open.task().sentAt();
        if (said.at().isAfter(now.plusSeconds(SLACK_SECONDS))) {
            throw Refusal.badField("at", "at is " + said.at() + ", in the future; allowed: up to " + now);
        }
        if (said.at().isBefore(sent.minusSeconds(SLACK_SECONDS))) {
            throw Refusal.badField(
                    "at", "at is " + said.at() + ", before the unit was sent; allowed: from " + sent + " on");
        }
        Instant at = said.at().isAfter(now) ? now : said.at().isBefore(sent) ? sent : said.at();
        Double metres = place(open)
                .flatMap(place -> Optional.ofNullable(said.position()).map(there -> metres(place, there)))
                .orElse(null);
        return new Report(said.id(), said.kind(), at, now, said.position(), said.accuracyMetres(), metres);
    }

    /** Where the unit was sent. */
    public static Optional<Point> place(Tasks.Open open) {
        Incident incident = open.incident();
        return Stream.concat(
                        open.task().parts().stream()
                                .flatMap(part -> incident.part(part).stream())
                                .map(Part::place),
                        Stream.of(incident).map(Incident::place))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private void act(ActionKind kind, Tasks.Open open, Report report) {
        Task task = open.task();
        Action action = new Action(
                report.id(),
                open.incident().id(),
                kind,
                Id.plain("unit", task.unit()),
                report.at(),
                open.incident().version(),
                task.unit(),
                null,
                null,
                null,
                partsOf(open),
                ActedBy.UNIT,
                report.position(),
                null,
                null,
                List.of());
        try {
            actions.take(action, sql -> insert(sql, task, report, null));
        } catch (ActionConflict e) {
            if (!isBehind(e.stand().state())) {
                throw Refusal.conflict(String.valueOf(e.getMessage()));
            }
            keep(open, report, null);
        }
    }

    /** Parts that went elsewhere with a split are not this incident's to name. */
    private static List<String> partsOf(Tasks.Open open) {
        return open.task().parts().stream()
                .filter(part -> open.incident().part(part).isPresent())
                .toList();
    }

    /** Another unit was there before: that this one came and is done stands with its task and moves nothing. */
    private static boolean isBehind(IncidentState state) {
        return state == IncidentState.HANDLED || state == IncidentState.VERIFIED;
    }

    private void keep(Tasks.Open open, Report report, @Nullable String sha256) {
        database.transaction(sql -> {
            boolean there = sql.one(
                            "select 1 from task_report where id = ? and task = ? and kind = ?",
                            row -> true,
                            report.id(),
                            open.task().id(),
                            report.kind().name())
                    .isPresent();
            if (!there) {
                insert(sql, open.task(), report, sha256);
            }
            return there;
        });
    }

    private static void insert(Sql sql, Task task, Report report, @Nullable String sha256) throws SQLException {
        Point position = report.position();
        sql.run(
                "insert into task_report values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                report.id(),
                task.id(),
                report.kind().name(),
                report.at(),
                report.receivedAt(),
                position == null ? null : position.longitude(),
                position == null ? null : position.latitude(),
                report.accuracyMetres(),
                report.metres(),
                sha256);
    }

    /** Over a sphere (haversine). */
    private static double metres(Point a, Point b) {
        double latitudes = Math.sin(Math.toRadians(b.latitude() - a.latitude()) / 2);
        double longitudes = Math.sin(Math.toRadians(b.longitude() - a.longitude()) / 2);
        double h = latitudes * latitudes
                + Math.cos(Math.toRadians(a.latitude()))
                        * Math.cos(Math.toRadians(b.latitude()))
                        * longitudes
                        * longitudes;
        return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
    }
}
