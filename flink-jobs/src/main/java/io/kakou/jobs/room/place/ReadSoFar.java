package io.kakou.jobs.room.place;

import java.util.Map;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

/** Whether a topic has been read to what was its end when the job started. */
public final class ReadSoFar {
    private ReadSoFar() {}

    /**
     * Compares partition by partition.
     *
     * @param end by partition, one past the newest record then
     * @param next by partition, the offset to be read next
     */
    public static boolean reaches(Map<Integer, Long> end, ReadOnlyBroadcastState<Integer, Long> next) throws Exception {
        for (Map.Entry<Integer, Long> partition : end.entrySet()) {
            Long read = next.get(partition.getKey());
            if (partition.getValue() > (read == null ? 0 : read)) {
                return false;
            }
        }
        return true;
    }
}
