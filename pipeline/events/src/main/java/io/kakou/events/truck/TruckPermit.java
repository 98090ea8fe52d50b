package io.kakou.events.truck;

import io.kakou.events.Id;
import io.kakou.events.Required;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A truck's transport permit (运输核准), the second of the two approvals of 两审批一备案; topic {@code registry}, key {@code
 * permit~<id>}. The first, the site's approval to dispose, and the tip's filing are {@link WorkSite}'s.
 *
 * @param id the paper's number
 * @param company who carries
 * @param site id of the site that it may load at
 * @param tip id of the tip that it may unload at, or null: none is named, and any that is filed will do
 * @param from the first moment at which it holds
 * @param until the first at which it does not
 * @param windows hours in which it may work; none: all
 * @param zone of the windows, a name of the IANA time zone database
 * @param route ids of the cameras that it may pass between the gates; none: no route is prescribed
 * @param revokedAt from when on it does not hold, whatever {@code until} says, or null
 */
public record TruckPermit(
        String id,
        String plate,
        String company,
        String site,
        @Nullable String tip,
        Instant from,
        Instant until,
        List<DailyWindow> windows,
        String zone,
        List<String> route,
        @Nullable Instant revokedAt) {
    /** What its key on the topic {@code registry} begins with. */
    public static final String KEY = "permit~";

    public static final String ZONE = "Asia/Shanghai";
    public static final int MOST_WINDOWS = 16;
    public static final int MOST_ROUTE = 500;

    @SuppressWarnings("NullAway") // Fields a writer left out arrive as null and get their defaults here.
    public TruckPermit {
        Id.paper("permit id", id);
        String named = id;
        plate = Plate.check("plate of permit " + id, plate);
        company = company == null ? "" : company;
        Id.paper("site of permit " + id, site);
        if (tip != null) {
            Id.paper("tip of permit " + id, tip);
        }
        Required.field("from", from, () -> "permit " + named);
        Required.field("until", until, () -> "permit " + named);
        windows = windows == null ? List.of() : List.copyOf(windows);
        route = route == null ? List.of() : List.copyOf(route);
        route.forEach(camera -> Id.plain("a camera on the route of permit " + named, camera));
        zone = zone == null ? ZONE : zone;
        check(id, from, until, zone);
        if (windows.size() > MOST_WINDOWS || route.size() > MOST_ROUTE) {
            throw new IllegalArgumentException("permit " + id + " has " + windows.size() + " windows and "
                    + route.size() + " cameras; allowed: " + MOST_WINDOWS + " and " + MOST_ROUTE + " at most");
        }
    }

    /** Its key on the topic {@code registry}. */
    public String key() {
        return KEY + id;
    }

    public boolean inForce(Instant at) {
        return !at.isBefore(from) && at.isBefore(until) && (revokedAt == null || at.isBefore(revokedAt));
    }

    /** Whether it may work at that hour. */
    public boolean inWindow(Instant at) {
        return windows.isEmpty()
                || windows.stream()
                        .anyMatch(each -> each.holds(at.atZone(ZoneId.of(zone)).toLocalTime()));
    }

    private static void check(String id, Instant from, Instant until, String zone) {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "permit " + id + " holds from " + from + " until " + until + "; allowed: from before until");
        }
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "permit " + id + " has the zone " + zone
                            + "; allowed: a name of the IANA time zone database, as in " + ZONE,
                    e);
        }
    }
}
