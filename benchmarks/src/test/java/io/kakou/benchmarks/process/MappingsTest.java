package io.kakou.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MappingsTest {
    private static final List<String> SMAPS = List.of(
            "a0000000-a1000000 rw-p 00000000 00:00 0 ",
            "Size:              16384 kB",
            "Rss:                8192 kB",
            "Pss:                8192 kB",
            "a1000000-a2000000 ---p 00000000 00:00 0 ",
            "Rss:                   0 kB",
            "7f0000000000-7f0000100000 r-xp 00000000 08:01 42                         /usr/lib/libc.so",
            "Rss:                 640 kB");

    @Test
    void what_lies_in_a_span_of_addresses_is_summed() {
        assertThat(Mappings.residentKiB(SMAPS, 0xa0000000L, 0xa2000000L)).isEqualTo(8192);
        assertThat(Mappings.residentKiB(SMAPS, 0, Long.MAX_VALUE)).isEqualTo(8832);
        assertThat(Mappings.residentKiB(SMAPS, 0xa1000000L, 0xa2000000L)).isZero();
    }
}
