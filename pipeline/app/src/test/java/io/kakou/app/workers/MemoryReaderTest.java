package io.kakou.app.workers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Claim;
import io.kakou.events.LearnedMemory;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Claims and memories of one partition, in the order in which they lie there. */
class MemoryReaderTest {
    private static final Instant AT = Instant.parse("2026-03-01T15:14:05Z");
    private static final String KEY = LearnedMemory.key("road-3", "waterlogging");

    private final MemoryReader reader = new MemoryReader();
    private long offset;

    @Test
    void the_newest_of_a_generation_is_kept() {
        long claim = claim("w1");
        put(memory(claim, 5));
        put(memory(claim, 7));
        put(memory(claim, 6));
        assertThat(read())
                .extractingByKey(KEY)
                .extracting(LearnedMemory::position)
                .isEqualTo(7L);
    }

    @Test
    void what_an_owner_before_has_left_is_there_for_the_next() {
        long first = claim("w1");
        put(memory(first, 5));
        claim("w2");
        assertThat(read()).containsKey(KEY);
    }

    @Test
    void what_a_worker_writes_behind_the_claim_of_the_next_is_not_used() {
        long first = claim("w1");
        long second = claim("w2");
        put(memory(second, 5));
        put(memory(first, 9));
        assertThat(read())
                .extractingByKey(KEY)
                .extracting(LearnedMemory::position)
                .isEqualTo(5L);
    }

    @Test
    void nor_where_compaction_left_nothing_else() {
        long first = claim("w1");
        claim("w2");
        put(memory(first, 9));
        assertThat(read()).isEmpty();
    }

    @Test
    void what_is_forgotten_or_cannot_be_read_is_not_there() {
        long claim = claim("w1");
        put(memory(claim, 5));
        take(KEY, null);
        take("road-4~gate", "garbage".getBytes(UTF_8));
        assertThat(read()).isEmpty();
    }

    @Test
    void every_claim_is_of_a_higher_generation_than_those_before_it_and_than_a_count_of_starts() {
        assertThat(claim("w1")).isGreaterThan(1_000_000);
        assertThat(claim("w2")).isGreaterThan(claim("w1") - 2);
    }

    private Map<String, LearnedMemory> read() {
        return reader.known();
    }

    private long claim(String worker) {
        long generation = Claim.generation(offset);
        take(Claim.KEY, Json.write(new Claim(worker, null, AT)));
        return generation;
    }

    private void put(LearnedMemory memory) {
        take(KEY, Json.write(memory));
    }

    private void take(String key, byte @Nullable [] value) {
        reader.take(new ConsumerRecord<>(Topic.MEMORY.topicName(), 3, offset++, key.getBytes(UTF_8), value));
    }

    private static LearnedMemory memory(long generation, long position) {
        return new LearnedMemory("road-3", "waterlogging", "e", "w", generation, position, AT, 640, 360, "{}");
    }
}
