package io.kakou.jobs.room;

import io.kakou.jobs.room.incident.Keeping;
import java.io.Serializable;

/**
 * How long the command room's job keeps what it knows. All are seconds on the log's own time line.
 *
 * @param joinSeconds an alert joins the open incident of its merge key up to this long after the incident's last alert;
 *     default 3600. Longer hides a new event behind one whose release was lost, shorter makes two of one
 * @param rememberSeconds how long a repeated alert is known as repeated; default 86400
 * @param openSeconds how long an incident is followed that nobody closed or rejected, or that is not released; default 604800
 * @param releasedSeconds how long any other is still known; default 86400
 */
public record RoomSettings(double joinSeconds, double rememberSeconds, double openSeconds, double releasedSeconds)
        implements Serializable {
    public static final RoomSettings DEFAULT = new RoomSettings(3_600, 86_400, 604_800, 86_400);

    public RoomSettings {
        check("joinSeconds", joinSeconds);
        check("rememberSeconds", rememberSeconds);
        check("openSeconds", openSeconds);
        check("releasedSeconds", releasedSeconds);
    }

    Keeping keeping() {
        return new Keeping(joinSeconds, openSeconds, releasedSeconds);
    }

    private static void check(String key, double seconds) {
        if (!(seconds >= 1 && seconds <= 31_536_000)) {
            throw new IllegalArgumentException(key + " is " + seconds + "; allowed: 1 to 31536000 (a year)");
        }
    }
}
