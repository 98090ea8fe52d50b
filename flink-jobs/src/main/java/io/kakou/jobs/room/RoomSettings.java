package io.kakou.jobs.room;

import io.kakou.jobs.room.incident.Keeping;
import java.io.Serializable;

/**
 * How long the command room's job keeps what it knows, in seconds on the log's own time line, and how wide a border is.
 *
 * @param joinSeconds an alert joins the open incident of its merge key up to this long after the incident's last alert;
 *     default 3600. Longer hides a new event behind one whose release was lost, shorter makes two of one
 * @param rememberSeconds how long a repeated alert is known as repeated; default 86400
 * @param openSeconds how long an incident is followed that nobody closed or rejected, or that is not released; default 604800
 * @param releasedSeconds how long any other is still known; default 86400
 * @param borderMetres a place so near to an area of another room is told to that room too; 0 to 1000, default 30, the
 *     width of a street. Wider tells rooms of what is not theirs, narrower hides what begins across the road
 */
public record RoomSettings(
        double joinSeconds, double rememberSeconds, double openSeconds, double releasedSeconds, double borderMetres)
        implements Serializable {
    public static final RoomSettings DEFAULT = new RoomSettings(3_600, 86_400, 604_800, 86_400, 30);

    public RoomSettings {
        check("joinSeconds", joinSeconds);
        check("rememberSeconds", rememberSeconds);
        check("openSeconds", openSeconds);
        check("releasedSeconds", releasedSeconds);
        if (!(borderMetres >= 0 && borderMetres <= 1_000)) {
            throw new IllegalArgumentException("borderMetres is " + borderMetres + "; allowed: 0 to 1000");
        }
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
