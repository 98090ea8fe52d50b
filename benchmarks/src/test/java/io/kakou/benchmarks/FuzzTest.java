package io.kakou.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.benchmarks.fuzz.Fuzz;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A short run of what {@code kakou bench fuzz} does at length. */
class FuzzTest {
    private static final int INPUTS = 10_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void no_reader_throws_or_hangs_or_grows(long seed) {
        Fuzz.Found found = new Fuzz(seed).run(INPUTS);

        assertThat(found.inputs()).isBetween((long) INPUTS, INPUTS + 10L); // whole rounds of all readers
        assertThat(found.heapMiBLate()).isLessThan(found.heapMiBEarly() + 16);
    }
}
