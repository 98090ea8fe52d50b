package io.kakou.analysis.record;

import io.kakou.analysis.record.keep.Keeping;
import io.kakou.analysis.record.spool.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How recording stands.
 *
 * @param cameras that are recorded all the time now
 * @param most that can be
 * @param refused cameras that were to be recorded all the time and are not, for {@code why}
 * @param spooledBytes what waits on the disk for the store
 * @param since what was recorded and lost since the start
 */
public record FootageStatus(
        int cameras,
        int most,
        List<String> refused,
        @Nullable String why,
        long spooledBytes,
        Tally.Counts since,
        Keeping keeping) {
    public FootageStatus {
        refused = List.copyOf(refused);
    }
}
