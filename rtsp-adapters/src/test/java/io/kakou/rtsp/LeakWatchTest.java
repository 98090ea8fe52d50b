package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.PooledByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The watch over buffers sees what it is there for. */
class LeakWatchTest {
    @Test
    @Timeout(20)
    void a_buffer_that_nobody_releases_is_found() {
        assertThat(ResourceLeakDetector.getLevel()).isEqualTo(ResourceLeakDetector.Level.PARANOID);
        lose();
        List<String> found = new ArrayList<>();
        while (found.isEmpty()) { // the collector tells of it on a thread of its own
            found.addAll(LeakWatch.leaks());
        }
        assertThat(found.get(0)).contains("LeakWatchTest.lose");
    }

    private static void lose() {
        int capacity = PooledByteBufAllocator.DEFAULT.directBuffer(16).capacity();
        assertThat(capacity).isEqualTo(16);
    }
}
