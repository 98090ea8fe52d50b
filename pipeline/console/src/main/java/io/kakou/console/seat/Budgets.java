package io.kakou.console.seat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.outbox.Outbox;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.AlarmBudget;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Alarm budgets that somebody set; every other room has the standard one. */
public final class Budgets {
    private final Database database;
    private final Outbox outbox;

    public Budgets(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    public void put(AlarmBudget budget) {
        byte[] json = Json.write(budget);
        database.transaction(sql -> {
            sql.lock("alarm budgets");
            sql.run(
                    "insert into alarm_budget values (?, ?) on conflict (room) do update set record = excluded.record",
                    budget.room(),
                    new String(json, UTF_8));
            outbox.add(sql, Topic.REGISTRY, budget.key(), json);
            return 1;
        });
        outbox.wake();
    }

    public List<AlarmBudget> list() {
        return database.transaction(Budgets::all);
    }

    private static List<AlarmBudget> all(Sql sql) throws SQLException {
        return sql.list("select record from alarm_budget order by room", Budgets::budget);
    }

    /** What the registry has to hold of them, by its key. */
    public Map<String, byte[]> onLog(Sql sql) throws SQLException {
        Map<String, byte[]> told = new LinkedHashMap<>();
        all(sql).forEach(budget -> told.put(budget.key(), Json.write(budget)));
        return told;
    }

    private static AlarmBudget budget(ResultSet row) throws SQLException {
        try {
            return Json.read(AlarmBudget.class, row.getString("record").getBytes(UTF_8));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("an alarm budget in the database: " + e.reason(), e);
        }
    }
}
