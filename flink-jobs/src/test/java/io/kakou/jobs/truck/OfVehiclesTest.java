package io.kakou.jobs.truck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.LabelledBox;
import io.kakou.events.Sighting;
import io.kakou.events.json.Json;
import io.kakou.jobs.log.LogRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfVehiclesTest {
    private static final String PERSON =
            "{\"camera\":\"gate-2\",\"track\":41,\"size\":\"CHILD\",\"firstSeen\":\"2026-03-01T12:02:10Z\"}";

    @Test
    void vehicles_and_what_cannot_be_read_go_on_and_people_do_not() {
        assertThat(goesOn(Json.write(vehicle()))).isTrue();
        assertThat(goesOn("{".getBytes(UTF_8))).isTrue();
        assertThat(goesOn(PERSON.getBytes(UTF_8))).isFalse();
    }

    private static Sighting vehicle() {
        return new Sighting(
                "gate-2",
                7,
                new LabelledBox("truck", 0.1, 0.2, 0.3, 0.4, 0.9),
                Instant.parse("2026-03-01T12:00:00Z"),
                3,
                null,
                List.of(),
                0,
                "worker-1",
                1);
    }

    private static boolean goesOn(byte[] value) {
        return new OfVehicles().filter(new LogRecord("sightings", 0, 0, 0, "gate-2", value));
    }
}
