package io.kakou.analysis.alertlog;

import java.io.IOException;
import java.util.List;

/** Where alerts go from the spool. */
public interface AlertSink {
    /**
     * Hands alerts on; returns when the other side has all of them on its disk.
     *
     * @param alerts in order, one at least
     * @throws IOException where one of them may be missing; then all of them are offered again
     * @throws InterruptedException where the relay is closing
     */
    void publish(List<SpooledAlert> alerts) throws IOException, InterruptedException;
}
