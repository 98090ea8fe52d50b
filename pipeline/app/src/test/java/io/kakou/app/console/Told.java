package io.kakou.app.console;

import io.kakou.events.EventKind;
import io.kakou.events.Id;
import io.kakou.events.Incident;
import io.kakou.events.IncidentState;
import io.kakou.events.Notice;
import io.kakou.events.NoticeCause;
import io.kakou.events.NoticeKind;
import io.kakou.events.Situation;
import io.kakou.events.SituationKind;
import io.kakou.events.SituationPlace;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the job tells the seats of the two streets. */
final class Told {
    private Told() {}

    static Notice ring(Incident incident) {
        return notice(incident, NoticeKind.RING, true, null);
    }

    static Notice mutedBy(Incident incident, String mute) {
        return notice(incident, NoticeKind.LISTED, false, mute);
    }

    private static Notice notice(Incident incident, NoticeKind kind, boolean sound, @Nullable String mute) {
        return new Notice(
                Id.hash(incident.room(), incident.id(), NoticeCause.OPENED.name()),
                incident.room(),
                incident.openedAt(),
                kind,
                incident.kind(),
                NoticeCause.OPENED,
                incident.id(),
                null,
                null,
                sound,
                mute,
                null);
    }

    /** So many places under water in one street; the console is shared, so each test has a flood of its own. */
    static Situation flood(String id, String area, long version, int places, @Nullable Instant until) {
        return flood(
                id,
                area,
                version,
                IntStream.range(0, places).mapToObj(i -> "road-" + i).toList(),
                until);
    }

    /** These places. */
    static Situation flood(String id, String area, long version, List<String> places, @Nullable Instant until) {
        Instant since = Instant.parse("2026-03-01T08:00:00Z");
        return new Situation(
                id,
                "room-" + area,
                EventKind.WATERLOGGING,
                SituationKind.FLOOD,
                since,
                until,
                version,
                3,
                Math.max(0, places.size() - 3L),
                false,
                List.of(),
                IntStream.range(0, places.size())
                        .mapToObj(i -> place(places.get(i), area, since.plusSeconds(i), List.of("cam-" + i)))
                        .toList(),
                0);
    }

    /** More lifts than can be true, at one camera. */
    static Situation rush(String area, String camera) {
        Instant since = Instant.parse("2026-03-01T08:00:00Z");
        return new Situation(
                "rush-" + area,
                "room-" + area,
                EventKind.EBIKE_IN_LIFT,
                SituationKind.CEILING,
                since,
                null,
                1,
                11,
                20,
                true,
                List.of(camera),
                List.of(place(area, area, since, List.of(camera))),
                0);
    }

    private static SituationPlace place(String place, String area, Instant since, List<String> cameras) {
        return new SituationPlace(
                place,
                Incident.id(place + "~WATERLOGGING", since, "a"),
                null,
                area,
                1,
                1,
                cameras,
                since,
                IncidentState.REPORTED,
                false,
                false,
                null,
                null);
    }
}
