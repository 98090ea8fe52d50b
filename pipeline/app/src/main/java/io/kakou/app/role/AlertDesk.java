package io.kakou.app.role;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.analysis.alertlog.AlertSink;
import io.kakou.analysis.alertlog.SpooledAlert;
import io.kakou.events.Alert;
import io.kakou.events.Health;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings alerts onto the disk. One that the disk refuses goes to the log at once; where that fails too it is written out
 * whole where people look. While the disk refuses, every camera's health says so. Safe for many threads.
 */
final class AlertDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);
    private static final int TRIES = 3;
    /** Of no place in the spool. */
    private static final long NOWHERE = -1;

    private final Spool spool;
    private final AlertSink log;
    private final Consumer<Alert> kept;
    private volatile @Nullable String trouble;

    /** Returns when the disk has it. */
    interface Spool {
        long append(Alert alert) throws IOException;
    }

    AlertDesk(Spool spool, AlertSink log, Consumer<Alert> kept) {
        this.spool = spool;
        this.log = log;
        this.kept = kept;
    }

    void keep(Alert alert) {
        if (isOnDisk(alert) || isOnLog(alert)) {
            kept.accept(alert);
        } else {
            LOG.error("alert lost to the log: {}", new String(Json.write(alert), UTF_8));
        }
    }

    /** A camera whose alerts the disk refuses is as good as blind. */
    Health told(Health health) {
        String why = trouble;
        return why == null ? health : health.blinded(why);
    }

    private boolean isOnDisk(Alert alert) {
        for (int tries = 1; tries <= TRIES; tries++) {
            try {
                long unused = spool.append(alert);
                trouble = null;
                return true;
            } catch (IOException e) {
                trouble = "this machine's disk takes no alerts: " + e.getMessage();
                LOG.error("alert {} is not on the disk (try {}): {}", alert.id(), tries, e.getMessage());
            }
        }
        return false;
    }

    private boolean isOnLog(Alert alert) {
        try {
            log.publish(List.of(new SpooledAlert(NOWHERE, alert.camera(), Json.write(alert))));
            return true;
        } catch (IOException e) {
            LOG.error("alert {} is not on the log either: {}", alert.id(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }
}
