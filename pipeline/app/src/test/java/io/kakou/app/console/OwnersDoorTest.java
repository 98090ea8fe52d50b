package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Health;
import io.kakou.events.Stage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two workers: a camera's picture comes through the door of the one that watches it. */
@ExtendWith(SharedConsole.class)
class OwnersDoorTest {
    private static final long LONGEST_NANOS = 30_000_000_000L;

    private final Desk desk = SharedConsole.desk();

    @Test
    void a_cameras_picture_comes_from_the_worker_that_watches_it_and_follows_it() throws Exception {
        String body = "{\"id\":\"gate-7\",\"kind\":\"GATE\",\"watched\":[],\"subStream\":\"rtsp://10.0.0.7/sub\"}";
        assertThat(desk.engineer.post("/api/cameras", body).status()).isEqualTo(201);
        try (Neighbours second = new Neighbours()) {
            second.picture = "of the second".getBytes(UTF_8);
            tell(second.doorSettings().base().toString(), 1);
            awaitPicture("of the second");
            tell(null, 2);
            awaitPicture("picture");
            assertThat(desk.engineer.call("DELETE", "/api/cameras/gate-7", "").status())
                    .isEqualTo(200);
        }
    }

    private void tell(@Nullable String door, long later) throws Exception {
        Health health = Street.health("gate-7", Stage.LOOKING, Instant.now());
        desk.installation.tell(new Health(
                health.camera(),
                health.stage(),
                health.at(),
                health.lastLook(),
                health.blind(),
                health.clockOffsetSeconds(),
                "analysis-" + later,
                health.generation() + later,
                health.watched(),
                health.notWatched(),
                health.clockDriftPpm(),
                health.advice(),
                null,
                null,
                door,
                null,
                null));
    }

    private void awaitPicture(String wanted) throws Exception {
        long begin = System.nanoTime();
        while (!picture().equals(wanted)) {
            assertThat(System.nanoTime() - begin).as("waiting for %s", wanted).isLessThan(LONGEST_NANOS);
        }
    }

    private String picture() throws Exception {
        return desk.engineer.get("/api/cameras/gate-7/picture.jpg?reason=test").body();
    }
}
