package io.kakou.benchmarks.endure;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.benchmarks.process.ProcessMeter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** This very JVM. */
class JvmTest {
    private final ProcessMeter meter = new ProcessMeter(ProcessHandle.current().pid());
    private final Jvm jvm = new Jvm(meter);

    @Test
    void its_threads_are_told_by_name() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/smaps")));
        assertThat(Threads.read(jvm.threads()))
                .extracting(Threads.Seen::name)
                .contains(Thread.currentThread().getName());
    }

    @Test
    void its_heap_is_a_part_of_what_it_has_in_memory() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/smaps")));
        Jvm.Heap heap = jvm.heap();

        assertThat(meter.rssMiB(heap.from(), heap.to())).isPositive();
        assertThat(jvm.nativeMiB(heap)).isPositive().isLessThan(meter.rssMiB());
        assertThat(meter.threads()).isPositive();
        assertThat(meter.descriptors()).isPositive();
    }
}
