package io.kakou.console.webhook;

import io.kakou.console.areas.Scope;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.secret.SecretBox;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** What waits for its receivers, in the database. */
public final class Deliveries {
    private static final int MOST_LISTED = 500;
    private static final int LONGEST_REASON = 300;

    private static final String SEEN = " (? or i.area = any(?) or (i.area is null and cardinality(?) > 0)) ";

    private final Database database;
    private final SecretBox secrets;
    private final InstantSource clock;
    private final Patience patience;

    /** How many wait for a receiver, and how many were given up. */
    public record Standing(String webhook, long waiting, long dead) {}

    public Deliveries(Database database, SecretBox secrets, InstantSource clock, Patience patience) {
        this.database = database;
        this.secrets = secrets;
        this.clock = clock;
        this.patience = patience;
    }

    Patience patience() {
        return patience;
    }

    /** Whether something of that time is still worth telling. */
    public boolean isNews(Instant at) {
        return at.isAfter(clock.instant().minusMillis(millis(patience.giveUpSeconds())));
    }

    /**
     * Adds a message inside the transaction of what it tells; told twice it is added once. Whoever adds holds the row of
     * the incident, so that messages of one incident are numbered in the order of their commits.
     */
    public void add(Sql sql, Webhook to, String event, String incident, String body) throws SQLException {
        Instant now = clock.instant();
        sql.run(
                "insert into delivery (webhook, event, incident, sealed, created_at, give_up_at, next_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                to.name(),
                event,
                incident,
                secrets.seal(body),
                now,
                now.plusMillis(millis(patience.giveUpSeconds())),
                now);
    }

    /**
     * Takes what is due, the first of each incident alone, and lets nobody else take it for the time of an answer.
     *
     * @param most so many
     */
    List<Delivery> lease(Webhook of, int most) {
        Instant now = clock.instant();
        Instant until = now.plusMillis(millis(2 * patience.answerSeconds()));
        return database.transaction(sql -> {
            sql.lock("webhook " + of.name());
            return sql.list(
                    "update delivery set next_at = ? where id in (select id from (select distinct on (incident) id,"
                            + " next_at from delivery where webhook = ? and dead_at is null order by incident, id) head"
                            + " where next_at <= ? order by next_at, id limit ?)"
                            + " returning id, event, sealed, attempts",
                    row -> new Delivery(
                            row.getLong("id"),
                            row.getString("event"),
                            secrets.open(row.getString("sealed")),
                            row.getInt("attempts")),
                    until,
                    of.name(),
                    now,
                    most);
        });
    }

    void taken(Delivery delivery) {
        database.transaction(sql -> sql.run("delete from delivery where id = ?", delivery.id()));
    }

    /**
     * It was not taken: it waits longer, or is given up.
     *
     * @param chance 0 to 1
     */
    void failed(Delivery delivery, String why, double chance) {
        Instant now = clock.instant();
        Instant next = now.plusMillis(millis(patience.wait(delivery.attempts() + 1, chance)));
        String reason = why.length() <= LONGEST_REASON ? why : why.substring(0, LONGEST_REASON) + "…";
        database.transaction(sql -> sql.run(
                "update delivery set attempts = attempts + 1, reason = ?, next_at = least(?, give_up_at),"
                        + " dead_at = case when give_up_at <= ? then cast(? as timestamptz) end where id = ?",
                reason,
                next,
                now,
                now,
                delivery.id()));
    }

    /** Of each receiver that something waits for, or was given up for. */
    public List<Standing> standing(Scope scope) {
        return database.transaction(sql -> sql.list(
                "select webhook, count(*) filter (where dead_at is null) as waiting,"
                        + " count(*) filter (where dead_at is not null) as dead"
                        + " from delivery d join incident i on i.id = d.incident where" + SEEN
                        + "group by webhook order by webhook",
                row -> new Standing(row.getString("webhook"), row.getLong("waiting"), row.getLong("dead")),
                scope.everything(),
                scope.areas(),
                scope.areas()));
    }

    /** What was given up, the newest first. */
    public List<DeadLetter> dead(Scope scope) {
        return database.transaction(sql -> sql.list(
                "select d.* from delivery d join incident i on i.id = d.incident where" + SEEN
                        + "and d.dead_at is not null order by d.dead_at desc, d.id desc limit " + MOST_LISTED,
                row -> new DeadLetter(
                        row.getLong("id"),
                        row.getString("webhook"),
                        row.getString("event"),
                        row.getString("incident"),
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "dead_at"),
                        row.getInt("attempts"),
                        row.getString("reason")),
                scope.everything(),
                scope.areas(),
                scope.areas()));
    }

    /**
     * Gives a dead letter as much time once more.
     *
     * @throws Refusal where there is no such one
     */
    public void again(long id, Scope scope) {
        Instant now = clock.instant();
        int found = database.transaction(sql -> sql.run(
                "update delivery d set dead_at = null, attempts = 0, next_at = ?, give_up_at = ? from incident i"
                        + " where i.id = d.incident and d.id = ? and d.dead_at is not null and" + SEEN,
                now,
                now.plusMillis(millis(patience.giveUpSeconds())),
                id,
                scope.everything(),
                scope.areas(),
                scope.areas()));
        if (found == 0) {
            throw Refusal.notFound("dead letter " + id);
        }
    }

    private static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }
}
