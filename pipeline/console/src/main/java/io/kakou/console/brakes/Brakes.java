package io.kakou.console.brakes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.outbox.Outbox;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Brake;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brakes in the database; every change goes to the registry with it. What is off now is kept at hand too, as it stood after
 * the last change here or the last {@link #endDue}: another console's changes come with that. Safe for many threads.
 */
public final class Brakes {
    private static final String OPEN = "select record from brake where ended_at is null order by id";

    private final Database database;
    private final Outbox outbox;
    private final InstantSource clock;
    private volatile List<Brake> active = List.of();

    /**
     * Who takes a brake back.
     *
     * @param user null where it ended by itself
     */
    public record Ending(@Nullable String user, String reason) {}

    public Brakes(Database database, Outbox outbox, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Reads what is off; before that nothing is. */
    public void start() {
        active = database.transaction(Brakes::open);
    }

    /** What is off now. */
    public List<Brake> active() {
        return active.stream().filter(brake -> !brake.isOver(clock.instant())).toList();
    }

    /** Switches a rule off. */
    public void off(Brake brake) {
        active = database.transaction(sql -> {
            sql.lock("brakes");
            sql.run(
                    "insert into brake (id, record, until) values (?, ?, ?)",
                    brake.id(),
                    new String(Json.write(brake), UTF_8),
                    brake.until());
            outbox.add(sql, Topic.REGISTRY, brake.key(), Json.write(brake));
            return open(sql);
        });
        outbox.wake();
    }

    /**
     * Switches a rule on again.
     *
     * @param which the brakes that are meant
     * @param cameras where; none: everywhere
     * @return the brakes that held there, as they were
     */
    public List<Brake> on(Predicate<Brake> which, Collection<String> cameras, Ending ending) {
        List<Brake> changed = new ArrayList<>();
        active = database.transaction(sql -> {
            sql.lock("brakes");
            for (Brake brake : open(sql)) {
                if (which.test(brake) && takeBack(sql, brake, cameras, ending)) {
                    changed.add(brake);
                }
            }
            return open(sql);
        });
        outbox.wake();
        return changed;
    }

    /** Whether it held anywhere there. */
    private boolean takeBack(Sql sql, Brake brake, Collection<String> cameras, Ending ending) throws SQLException {
        List<String> here = cameras.stream().filter(brake::covers).toList();
        if (!cameras.isEmpty() && here.isEmpty()) {
            return false;
        }
        Set<String> except = new LinkedHashSet<>(brake.except());
        except.addAll(here);
        boolean everywhere = !brake.cameras().isEmpty() && except.containsAll(brake.cameras());
        if (cameras.isEmpty() || everywhere) {
            end(sql, brake, ending);
        } else {
            tell(sql, without(brake, List.copyOf(except)));
        }
        return true;
    }

    private static Brake without(Brake brake, List<String> except) {
        return new Brake(
                brake.id(),
                brake.kind(),
                brake.cameras(),
                except,
                brake.user(),
                brake.reason(),
                brake.from(),
                brake.until());
    }

    private void tell(Sql sql, Brake brake) throws SQLException {
        byte[] json = Json.write(brake);
        sql.run("update brake set record = ? where id = ?", new String(json, UTF_8), brake.id());
        outbox.add(sql, Topic.REGISTRY, brake.key(), json);
    }

    private void end(Sql sql, Brake brake, Ending ending) throws SQLException {
        sql.run(
                "update brake set ended_at = ?, ended_by = ?, ended_reason = ? where id = ?",
                clock.instant(),
                ending.user(),
                ending.reason(),
                brake.id());
        outbox.add(sql, Topic.REGISTRY, brake.key(), new byte[0]);
    }

    /**
     * Ends those whose time is over. Workers end them by themselves at that time; this is for the record.
     *
     * @return those that ended now
     */
    public List<Brake> endDue() {
        List<Brake> ended = new ArrayList<>();
        active = database.transaction(sql -> {
            sql.lock("brakes");
            for (Brake brake : open(sql)) {
                if (brake.isOver(clock.instant())) {
                    end(sql, brake, new Ending(null, "its time was over"));
                    ended.add(brake);
                }
            }
            return open(sql);
        });
        if (!ended.isEmpty()) {
            outbox.wake();
        }
        return ended;
    }

    /** What the registry has to hold of them, by its key. */
    public Map<String, byte[]> onLog(Sql sql) throws SQLException {
        Map<String, byte[]> told = new LinkedHashMap<>();
        for (Brake brake : open(sql)) {
            told.put(brake.key(), Json.write(brake));
        }
        return told;
    }

    private static List<Brake> open(Sql sql) throws SQLException {
        return sql.list(OPEN, Brakes::brake);
    }

    private static Brake brake(ResultSet row) throws SQLException {
        try {
            return Json.read(Brake.class, row.getString("record").getBytes(UTF_8));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("a brake in the database: " + e.reason(), e);
        }
    }
}
