package io.kakou.app.role;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.analysis.alertlog.AlertSpool;
import io.kakou.events.Alert;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings alerts onto the disk; an alert that the disk refuses is written out whole where people look. */
record AlertDesk(AlertSpool spool, Consumer<Alert> kept) {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);
    private static final int TRIES = 3;

    void keep(Alert alert) {
        for (int tries = 1; tries <= TRIES; tries++) {
            try {
                spool.append(alert);
                kept.accept(alert);
                return;
            } catch (IOException e) {
                LOG.error("alert {} is not on the disk (try {}): {}", alert.id(), tries, e.getMessage());
            }
        }
        LOG.error("alert lost to the log: {}", new String(Json.write(alert), UTF_8));
    }
}
