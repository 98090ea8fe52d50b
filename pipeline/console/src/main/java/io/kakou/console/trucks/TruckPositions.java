package io.kakou.console.trucks;

import io.kakou.console.outbox.Outbox;
import io.kakou.console.schema.Database;
import io.kakou.events.Point;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.truck.Plate;
import io.kakou.events.truck.TruckPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Location reports of on-board terminals (JT/T 808-2019, 0x0200), as a platform exports or posts them: a line a report, onto the log.
 * Places in degrees (WGS-84) or in millionths of them, speed in km/h, time of GMT+8.
 */
public final class TruckPositions {
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "plate", List.of("车牌", "车牌号", "号牌"),
            "time", List.of("时间", "定位时间", "gpstime"),
            "longitude", List.of("经度", "lon", "lng"),
            "latitude", List.of("纬度", "lat"),
            "speed", List.of("速度", "车速"),
            "direction", List.of("方向", "course"),
            "alarm", List.of("报警标志", "alarmflag"),
            "status", List.of("状态", "状态位", "statusflag"),
            "lifted", List.of("举升", "货箱举升"),
            "items", List.of("附加信息", "扩展信息"));
    private static final Duration FUTURE = Duration.ofMinutes(5);
    private static final Duration PAST = Duration.ofHours(24);
    /** Larger than any degree: millionths. */
    private static final double DEGREES = 1_000;

    private final Database database;
    private final Outbox outbox;
    private final InstantSource clock;

    /**
     * Which additional item says that the body is raised: no item of the standard does, vendors give one of their own.
     *
     * @param item its id
     * @param mask the bits of its value of which any set means raised
     */
    public record Lift(int item, long mask) {
        /** {@code E3:01}, both in hexadecimal digits. */
        public static Lift of(String text) {
            try {
                String[] parts = text.split(":", -1);
                if (parts.length == 2) {
                    return new Lift(Integer.parseInt(parts[0], 16), Long.parseLong(parts[1], 16));
                }
            } catch (NumberFormatException e) {
                // Refused below.
            }
            throw new IllegalArgumentException(
                    "lift is \"" + text + "\"; allowed: item:mask in hexadecimal, as in E3:01");
        }
    }

    public TruckPositions(Database database, Outbox outbox, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes reports over, all or none. */
    public PaperReport take(byte[] file, @Nullable Lift lift, TruckPapers.Mode mode) {
        Table table = table(file);
        List<TruckPosition> positions = positions(table, lift, clock.instant());
        boolean takes = mode == TruckPapers.Mode.TAKE && table.refused() == 0;
        if (takes) {
            int unused = database.transaction(sql -> {
                for (TruckPosition each : positions) {
                    outbox.add(sql, Topic.POSITIONS, each.plate(), Json.write(each));
                }
                return positions.size();
            });
            outbox.wake();
        }
        return table.report(positions.size(), 0, 0, takes);
    }

    static Table table(byte[] file) {
        return new Table(file, COLUMNS, List.of("plate", "time", "longitude", "latitude", "speed", "status"));
    }

    static List<TruckPosition> positions(Table table, @Nullable Lift lift, Instant now) {
        return table.rows(cells -> position(cells, lift, now), each -> each.plate() + " at " + each.at());
    }

    private static TruckPosition position(Table.Cells cells, @Nullable Lift lift, Instant now) {
        Instant at = Cell.needed("time", cells.of("time"), false);
        if (at.isAfter(now.plus(FUTURE)) || at.isBefore(now.minus(PAST))) {
            throw new IllegalArgumentException("time is " + at + ", now is " + now + "; allowed: from " + PAST.toHours()
                    + " h ago to " + FUTURE.toSeconds() + " s ahead");
        }
        return new TruckPosition(
                Plate.plain(cells.of("plate")),
                at,
                new Point(degrees("longitude", cells), degrees("latitude", cells)),
                Cell.number("speed", cells.of("speed")),
                cells.of("direction").isEmpty() ? 0 : (int) Cell.number("direction", cells.of("direction")),
                Cell.bits("alarm", cells.of("alarm")),
                Cell.bits("status", cells.of("status")),
                lifted(cells.of("lifted"), cells.of("items"), lift));
    }

    private static double degrees(String column, Table.Cells cells) {
        double said = Cell.number(column, cells.of(column));
        return Math.abs(said) > DEGREES ? said / 1e6 : said;
    }

    /** By its own column, else by the vendor's item: items are {@code id:value} in hexadecimal, joined by semicolons. */
    private static @Nullable Boolean lifted(String said, String items, @Nullable Lift lift) {
        if (!said.isEmpty()) {
            return Cell.word(
                    "lifted",
                    said,
                    Map.of("1", true, "0", false, "是", true, "否", false, "TRUE", true, "FALSE", false),
                    false);
        }
        if (lift == null) {
            return null;
        }
        for (String item : Cell.list(items)) {
            Lift each = Lift.of(item);
            if (each.item() == lift.item()) {
                return (each.mask() & lift.mask()) != 0;
            }
        }
        return null;
    }
}
