package io.kakou.console.lifts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.log.TopicReader;
import io.kakou.events.LiftState;
import io.kakou.events.LiftTally;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest state and tally of every lift, read from the log's beginning at each start. Safe for many threads. */
public final class LiftBoard {
    /** Workers speak of each lift every minute; of one that missed three nothing is known. */
    public static final long SILENT_SECONDS = 180;

    private static final Logger LOG = LoggerFactory.getLogger(LiftBoard.class);

    private final Map<String, LiftState> states = new ConcurrentHashMap<>();
    private final Map<String, LiftTally> tallies = new ConcurrentHashMap<>();

    /** What reads states into here. */
    public TopicReader.Sink states() {
        return new Reading<>(
                LiftState.class,
                (lift, state) -> states.merge(lift, state, (before, now) -> before.isAfter(now) ? before : now));
    }

    /** What reads tallies into here. */
    public TopicReader.Sink tallies() {
        return new Reading<>(LiftTally.class, tallies::put);
    }

    public @Nullable LiftState state(String lift) {
        return states.get(lift);
    }

    public @Nullable LiftTally tally(String lift) {
        return tallies.get(lift);
    }

    /** Everything of a topic, from its beginning. */
    private record Reading<T extends Record>(Class<T> type, BiConsumer<String, T> into) implements TopicReader.Sink {
        @Override
        public Map<Integer, Long> positions() {
            return Map.of();
        }

        @Override
        public void take(List<TopicReader.Entry> entries, Map<Integer, Long> next) {
            for (TopicReader.Entry entry : entries) {
                if (entry.key() != null && entry.value() != null) {
                    put(new String(entry.key(), UTF_8), entry.value());
                }
            }
        }

        private void put(String lift, byte[] value) {
            try {
                into.accept(lift, Json.read(type, value));
            } catch (UnreadableRecord e) {
                LOG.error("lift {}: {}", lift, e.reason());
            }
        }
    }
}
