package io.kakou.console.incidents;

import io.kakou.console.areas.Scope;
import io.kakou.console.schema.Database;
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
                        "select id, name, area from unit order by id",
                        row -> new Unit(row.getString("id"), row.getString("name"), row.getString("area"))))
                .stream()
                .filter(unit -> unit.area() == null ? !scope.seesNothing() : scope.sees(unit.area()))
                .toList();
    }

    /** Puts units in, or new ones in their place. */
    public void put(Collection<Unit> units) {
        database.transaction(sql -> {
            for (Unit unit : units) {
                sql.run(
                        "insert into unit values (?, ?, ?) on conflict (id)"
                                + " do update set name = excluded.name, area = excluded.area",
                        unit.id(),
                        unit.name(),
                        unit.area());
            }
            return units.size();
        });
    }
}
