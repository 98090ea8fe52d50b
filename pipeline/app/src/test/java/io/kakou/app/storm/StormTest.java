package io.kakou.app.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything killed at random moments and analysis stopped for a while: {@code -Dkakou.kills=20} for twenty of each,
 * {@code -Dkakou.seed} to repeat one, {@code -Dkakou.stop=60} for a longer stop.
 */
class StormTest {
    private static final int KILLS = Integer.getInteger("kakou.kills", 1);
    /** Past every time-out of a session: 10 s of a camera's, 10 s of the log's clients. */
    private static final double STOP_SECONDS = Integer.getInteger("kakou.stop", 13);

    private static final long SEED = Long.getLong("kakou.seed", System.nanoTime());
    private static final double MOST_QUIET_SECONDS = Math.min(8, KILLS * 2);

    @TempDir
    private Path folder;

    @Test
    void whatever_is_stopped_or_killed_comes_back_and_all_that_was_acknowledged_is_there_once() throws Exception {
        try (StagedStreet street = new StagedStreet()) {
            street.start();
            try (Storm storm = new Storm(folder, street.cameras())) {
                storm.start();
                System.out.printf(
                        "storm: after %.0f s stopped it looked again within %.1f s%n",
                        STOP_SECONDS, new StoppedAnalysis(storm, STOP_SECONDS).run());
                kill(storm);
                Pause.until("an alert", Storm.PATIENCE_SECONDS, () -> !storm.ledger()
                        .alerts()
                        .isEmpty());
                street.fallSilent();
                assertThat(storm.settle()).isNotEmpty();
            }
        }
    }

    private static void kill(Storm storm) throws Exception {
        Random random = new Random(SEED);
        List<Target> order = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            order.addAll(List.of(Target.values()));
        }
        Collections.shuffle(order, random);
        System.out.println("storm: seed " + SEED + ", " + order);
        for (Target target : order) {
            Pause.seconds(random.nextDouble() * MOST_QUIET_SECONDS);
            System.out.printf("storm: %s took %.1f s%n", target, storm.kill(target, random));
        }
    }
}
