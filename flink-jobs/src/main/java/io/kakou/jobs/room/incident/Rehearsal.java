package io.kakou.jobs.room.incident;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.ClockLimit;
import io.kakou.events.ClockProfile;
import io.kakou.events.ClockStep;
import io.kakou.events.EventKind;
import io.kakou.events.Incident;
import io.kakou.events.json.Json;
import io.kakou.jobs.room.place.RoutedAlert;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * An incident whose step runs out, that nobody hears of. All that ran out while a job was away is told in the first moment of
 * its life, by code that has never run: loading and compiling it took longer than all the rest. So it runs before.
 */
final class Rehearsal {
    /** Past the number of calls at which a method is compiled for the first time. */
    private static final int ROUNDS = 300;

    private static final double SECONDS = 60;

    private final TypeSerializer<Followed> state;
    private final RoomClock clock = new RoomClock(new Outages());

    Rehearsal(TypeSerializer<Followed> state) {
        this.state = state;
    }

    /** Returns how much was written, in bytes: what nobody looks at may be left out. */
    long run() throws IOException {
        Instant later = Instant.EPOCH.plusSeconds(Math.round(2 * SECONDS));
        long written = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Followed opened = Followed.open(alert(i), Instant.EPOCH);
            DataOutputSerializer out = new DataOutputSerializer(1_024);
            state.serialize(opened, out);
            Followed read = state.deserialize(new DataInputDeserializer(out.getSharedBuffer(), 0, out.length()));
            Followed told = Ladder.climb(read.with(clock.runOut(read.incident(), later, later)), later);
            written += Json.write(told.incident()).length;
        }
        return written;
    }

    private static RoutedAlert alert(int number) {
        Alert alert = new Alert(
                "rehearsal-" + number,
                AlertPhase.RAISED,
                EventKind.LOST_CHILD,
                "",
                "rehearsal/1",
                "rehearsal",
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                1,
                List.of(),
                List.of(),
                "rehearsal",
                1);
        ClockProfile profile =
                new ClockProfile("rehearsal", List.of(), List.of(new ClockLimit(ClockStep.RESPOND, SECONDS)));
        return new RoutedAlert(alert, 0, null, Incident.NO_ROOM, profile);
    }
}
