package io.kakou.console.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.outbox.Outbox;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.ModelUse;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Models' uses in the database; every change goes to the registry with it. What is in use now is kept at hand too, as it
 * stood after the last change here or the last {@link #endDue}. Safe for many threads.
 */
public final class ModelUses {
    private static final String OPEN = "select record from model_use where ended_at is null order by id";
    /** The order in which they count. */
    private static final Comparator<ModelUse> LATER =
            Comparator.comparing(ModelUse::from).thenComparing(ModelUse::id).reversed();

    private final Database database;
    private final Outbox outbox;
    private final InstantSource clock;
    private volatile List<ModelUse> active = List.of();

    /**
     * Who takes a model back.
     *
     * @param user null where its use ended by itself
     */
    public record Ending(@Nullable String user, String reason) {}

    public ModelUses(Database database, Outbox outbox, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Reads what is in use; before that nothing is. */
    public void start() {
        active = database.transaction(ModelUses::open);
    }

    /** What is in use now, the latest first: at each camera the first that covers it counts. */
    public List<ModelUse> active() {
        return active.stream().filter(use -> !use.isOver(clock.instant())).toList();
    }

    /** Has cameras looked at with a model. */
    public void use(ModelUse use) {
        active = database.transaction(sql -> {
            sql.lock("model_uses");
            sql.run("insert into model_use (id, record) values (?, ?)", use.id(), new String(Json.write(use), UTF_8));
            outbox.add(sql, Topic.REGISTRY, use.key(), Json.write(use));
            return open(sql);
        });
        outbox.wake();
    }

    /**
     * Has cameras looked at as before.
     *
     * @param which the uses that are meant
     * @param cameras where; none: everywhere
     * @return the uses that were meant there, as they were
     */
    public List<ModelUse> back(Predicate<ModelUse> which, Collection<String> cameras, Ending ending) {
        List<ModelUse> changed = new ArrayList<>();
        active = database.transaction(sql -> {
            sql.lock("model_uses");
            for (ModelUse use : open(sql)) {
                if (which.test(use) && takeBack(sql, use, cameras, ending)) {
                    changed.add(use);
                }
            }
            return open(sql);
        });
        outbox.wake();
        return changed;
    }

    /** Whether it was meant for anything there. */
    private boolean takeBack(Sql sql, ModelUse use, Collection<String> cameras, Ending ending) throws SQLException {
        List<String> here =
                cameras.stream().filter(camera -> isNamed(use, camera)).toList();
        if (!cameras.isEmpty() && here.isEmpty()) {
            return false;
        }
        Set<String> except = new LinkedHashSet<>(use.except());
        except.addAll(here);
        boolean everywhere = !use.cameras().isEmpty() && except.containsAll(use.cameras());
        if (cameras.isEmpty() || everywhere) {
            end(sql, use, ending);
        } else {
            tell(sql, use.without(List.copyOf(except)));
        }
        return true;
    }

    /** Whatever kind the camera is of. */
    private static boolean isNamed(ModelUse use, String camera) {
        return !use.except().contains(camera)
                && (use.cameras().isEmpty() || use.cameras().contains(camera));
    }

    private void tell(Sql sql, ModelUse use) throws SQLException {
        byte[] json = Json.write(use);
        sql.run("update model_use set record = ? where id = ?", new String(json, UTF_8), use.id());
        outbox.add(sql, Topic.REGISTRY, use.key(), json);
    }

    private void end(Sql sql, ModelUse use, Ending ending) throws SQLException {
        sql.run(
                "update model_use set ended_at = ?, ended_by = ?, ended_reason = ? where id = ?",
                clock.instant(),
                ending.user(),
                ending.reason(),
                use.id());
        outbox.add(sql, Topic.REGISTRY, use.key(), new byte[0]);
    }

    /**
     * Ends those whose time is over. Workers end them by themselves at that time; this is for the record.
     *
     * @return those that ended now
     */
    public List<ModelUse> endDue() {
        List<ModelUse> ended = new ArrayList<>();
        active = database.transaction(sql -> {
            sql.lock("model_uses");
            for (ModelUse use : open(sql)) {
                if (use.isOver(clock.instant())) {
                    end(sql, use, new Ending(null, "its time was over"));
                    ended.add(use);
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
        for (ModelUse use : open(sql)) {
            told.put(use.key(), Json.write(use));
        }
        return told;
    }

    private static List<ModelUse> open(Sql sql) throws SQLException {
        return sql.list(OPEN, ModelUses::use).stream().sorted(LATER).toList();
    }

    private static ModelUse use(ResultSet row) throws SQLException {
        try {
            return Json.read(ModelUse.class, row.getString("record").getBytes(UTF_8));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("a model's use in the database: " + e.reason(), e);
        }
    }
}
