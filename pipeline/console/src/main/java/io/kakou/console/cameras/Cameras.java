package io.kakou.console.cameras;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.toMap;

import io.kakou.console.areas.AreaMap;
import io.kakou.console.areas.Areas;
import io.kakou.console.areas.Scope;
import io.kakou.console.outbox.Outbox;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.Sql;
import io.kakou.events.Area;
import io.kakou.events.Camera;
import io.kakou.events.Point;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Cameras in the database; every change goes to the log with it. What a scope does not see is not there. */
public final class Cameras {
    private static final int NEAREST = 8;
    private static final double EARTH_METRES = 6_371_000;

    private final Database database;
    private final Outbox outbox;
    private final Areas areas;
    private final InstantSource clock;

    /**
     * Names that are taken.
     *
     * @param gbCodes GB/T 28181 numbers, and whose they are
     */
    public record Known(Set<String> ids, Map<String, String> gbCodes) {
        public Known {
            ids = Set.copyOf(ids);
            gbCodes = Map.copyOf(gbCodes);
        }
    }

    /** A camera and how far it is. */
    public record Near(Camera camera, double metres) {}

    public Cameras(Database database, Outbox outbox, Areas areas, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.areas = areas;
        this.clock = clock;
    }

    public List<StoredCamera> list(Scope scope) {
        return database
                .transaction(sql -> sql.list("select record, area from camera order by id", Cameras::stored))
                .stream()
                .filter(camera -> scope.sees(camera.area()))
                .toList();
    }

    /** What people call these cameras, by id; those that are not in the scope are left out. */
    public Map<String, String> names(Collection<String> ids, Scope scope) {
        return database
                .transaction(
                        sql -> sql.list("select record, area from camera where id = any(?)", Cameras::stored, (Object)
                                List.copyOf(ids)))
                .stream()
                .filter(camera -> scope.sees(camera.area()))
                .collect(toMap(each -> each.camera().id(), each -> each.camera().name()));
    }

    /**
     * One camera.
     *
     * @throws Refusal where it is not there, or not in the scope
     */
    public StoredCamera get(String id, Scope scope) {
        return find(id).filter(camera -> scope.sees(camera.area())).orElseThrow(() -> unknown(id));
    }

    /**
     * A new camera.
     *
     * @throws Refusal where the id is taken, or the place lies outside the scope
     */
    public StoredCamera add(Camera camera, Scope scope) {
        StoredCamera stored = placed(camera, scope);
        addPlaced(List.of(stored));
        return stored;
    }

    /**
     * New cameras, all of them or none.
     *
     * @return how many
     * @throws Refusal where an id is taken, or a place lies outside the scope
     */
    public int addAll(List<Camera> cameras, Scope scope) {
        return addPlaced(cameras.stream().map(camera -> placed(camera, scope)).toList());
    }

    /** What is taken, in every scope. */
    public Known known() {
        List<StoredCamera> all =
                database.transaction(sql -> sql.list("select record, area from camera", Cameras::stored));
        Set<String> ids = new HashSet<>();
        Map<String, String> gbCodes = new HashMap<>();
        for (StoredCamera each : all) {
            ids.add(each.camera().id());
            if (each.camera().gbCode() != null) {
                gbCodes.put(each.camera().gbCode(), each.camera().id());
            }
        }
        return new Known(ids, gbCodes);
    }

    private int addPlaced(List<StoredCamera> cameras) {
        database.transaction(sql -> {
            for (StoredCamera each : cameras) {
                insert(sql, each);
            }
            return cameras.size();
        });
        outbox.wake();
        return cameras.size();
    }

    private void insert(Sql sql, StoredCamera stored) throws SQLException {
        Camera camera = stored.camera();
        int rows = sql.run(
                "insert into camera values (?, ?, ?, ?) on conflict (id) do nothing",
                camera.id(),
                text(camera),
                stored.area(),
                clock.instant());
        if (rows == 0) {
            throw Refusal.badField("id", "camera " + camera.id() + " is there already; allowed: another id");
        }
        outbox.add(sql, Topic.CAMERAS, camera.id(), Json.write(camera));
    }

    /** Puts it in the place of the one with its id. */
    public StoredCamera replace(Camera camera, Scope scope) {
        get(camera.id(), scope);
        StoredCamera stored = placed(camera, scope);
        database.transaction(sql -> {
            int rows = sql.run(
                    "update camera set record = ?, area = ?, updated_at = ? where id = ?",
                    text(camera),
                    stored.area(),
                    clock.instant(),
                    camera.id());
            if (rows == 0) {
                throw unknown(camera.id());
            }
            outbox.add(sql, Topic.CAMERAS, camera.id(), Json.write(camera));
            return rows;
        });
        outbox.wake();
        return stored;
    }

    public void remove(String id, Scope scope) {
        get(id, scope);
        database.transaction(sql -> {
            int rows = sql.run("delete from camera where id = ?", id);
            if (rows > 0) {
                outbox.add(sql, Topic.CAMERAS, id, new byte[0]);
            }
            return rows;
        });
        outbox.wake();
    }

    /** Finds every camera's area anew, as after the tree has changed. */
    public void place(Sql sql, AreaMap map) throws SQLException {
        for (StoredCamera each : sql.list("select record, area from camera for update", Cameras::stored)) {
            String area = map.at(each.camera().place()).map(Area::id).orElse(null);
            if (!Objects.equals(area, each.area())) {
                sql.run(
                        "update camera set area = ? where id = ?",
                        area,
                        each.camera().id());
            }
        }
    }

    /** What the topic of cameras has to hold, by its key. */
    public Map<String, byte[]> onLog(Sql sql) throws SQLException {
        Map<String, byte[]> told = new LinkedHashMap<>();
        sql.list("select record, area from camera order by id", Cameras::stored)
                .forEach(each -> told.put(each.camera().id(), Json.write(each.camera())));
        return told;
    }

    /** The nearest others that the scope sees, nearest first. */
    public List<Near> near(String id, Scope scope) {
        Point here = get(id, scope).camera().place();
        if (here == null) {
            return List.of();
        }
        return list(scope).stream()
                .map(StoredCamera::camera)
                .filter(camera -> !camera.id().equals(id) && camera.place() != null)
                .map(camera -> new Near(camera, metres(here, camera.place() == null ? here : camera.place())))
                .sorted(comparingDouble(Near::metres))
                .limit(NEAREST)
                .toList();
    }

    private Optional<StoredCamera> find(String id) {
        return database.transaction(
                sql -> sql.one("select record, area from camera where id = ?", Cameras::stored, id));
    }

    private StoredCamera placed(Camera camera, Scope scope) {
        String area = areas.map().at(camera.place()).map(Area::id).orElse(null);
        if (!scope.sees(area)) {
            throw Refusal.badField("place", "the place lies outside your areas; allowed: a place inside them");
        }
        return new StoredCamera(camera, area);
    }

    private static String text(Camera camera) {
        return new String(Json.write(camera), UTF_8);
    }

    private static Refusal unknown(String id) {
        return Refusal.notFound("camera " + id);
    }

    private static StoredCamera stored(ResultSet row) throws SQLException {
        try {
            return new StoredCamera(
                    Json.read(Camera.class, row.getString("record").getBytes(UTF_8)), row.getString("area"));
        } catch (UnreadableRecord e) {
            throw new IllegalStateException("a camera in the database: " + e.reason(), e);
        }
    }

    /** Over a sphere (haversine). */
    static double metres(Point a, Point b) {
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
