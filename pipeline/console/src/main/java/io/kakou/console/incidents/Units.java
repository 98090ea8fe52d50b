package io.kakou.console.incidents;

import io.kakou.console.areas.Scope;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The units in the database. */
public final class Units {
    private final Database database;

    public Units(Database database) {
        this.database = database;
    }

    /** Those that work in the scope, or everywhere. */
    public List<Unit> list(Scope scope) {
        return database
                .transaction(sql -> sql.list(
                        "select id, name, area, phone from unit order by id",
                        row -> new Unit(
                                row.getString("id"),
                                row.getString("name"),
                                row.getString("area"),
                                row.getString("phone"))))
                .stream()
                .filter(unit -> unit.area() == null ? !scope.seesNothing() : scope.sees(unit.area()))
                .toList();
    }

    /** Puts units in, or new ones in their place. */
    public void put(Collection<Unit> units) {
        database.transaction(sql -> {
            for (Unit unit : units) {
                put(sql, unit);
            }
            return units.size();
        });
    }

    private static int put(Sql sql, Unit unit) throws SQLException {
        return sql.run(
                "insert into unit (id, name, area, phone) values (?, ?, ?, ?) on conflict (id) do update set"
                        + " name = excluded.name, area = excluded.area, phone = excluded.phone",
                unit.id(),
                unit.name(),
                unit.area(),
                unit.phone());
    }

    /**
     * A new unit.
     *
     * @throws Refusal where the id is taken, or its area is not in the scope
     */
    public void add(Unit unit, Scope scope) {
        within(unit, scope);
        boolean taken = database.transaction(sql -> {
            sql.lock("units");
            return sql.one("select 1 from unit where id = ?", row -> true, unit.id())
                            .isPresent()
                    || put(sql, unit) == 0;
        });
        if (taken) {
            throw Refusal.badField("id", "unit " + unit.id() + " is there already; allowed: another id");
        }
    }

    /** Puts it in the place of the one with its id, where both are in the scope. */
    public void replace(Unit unit, Scope scope) {
        get(unit.id(), scope);
        within(unit, scope);
        put(List.of(unit));
    }

    public void remove(String id, Scope scope) {
        get(id, scope);
        database.transaction(sql -> sql.run("delete from unit where id = ?", id));
    }

    /** One that the scope may change: whoever works everywhere is changed by those alone who see everything. */
    private Unit get(String id, Scope scope) {
        return list(scope).stream()
                .filter(unit -> unit.id().equals(id) && scope.sees(unit.area()))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("unit " + id));
    }

    private static void within(Unit unit, Scope scope) {
        if (!scope.sees(unit.area())) {
            throw Refusal.badField("area", "the area is not one of yours; allowed: one of /api/areas");
        }
    }
}
