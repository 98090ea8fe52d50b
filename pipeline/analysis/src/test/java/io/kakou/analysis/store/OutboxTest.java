package io.kakou.analysis.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.analysis.clip.MemoryShelf;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OutboxTest {
    @TempDir
    private Path folder;

    private final MemoryShelf shelf = new MemoryShelf();

    @Test
    void what_a_store_that_is_away_does_not_take_is_there_all_the_same_and_comes_when_it_is_back() throws Exception {
        try (Outbox outbox = opened(1000)) {
            put(outbox, "a", "one");
            assertThat(shelf.list("")).containsExactly("a");
            shelf.goAway();
            put(outbox, "b", "two");
            put(outbox, "b", "three");
            assertThat(outbox.get("b")).asString().isEqualTo("three");
            assertThat(outbox.get("b", 1, 3)).asString().isEqualTo("hre");
            assertThat(outbox.list("")).containsExactly("a", "b");
            assertThat(outbox.waitingBytes()).as("the newest alone").isEqualTo(5);
            shelf.comeBack();
            untilNothingWaits(outbox);
        }
        assertThat(shelf.get("b")).asString().isEqualTo("three");
    }

    @Test
    void what_waits_outlives_the_process() throws Exception {
        shelf.goAway();
        try (Outbox outbox = opened(1000)) {
            put(outbox, "a", "one");
            put(outbox, "b", "two");
        }
        shelf.comeBack();
        try (Outbox outbox = opened(1000)) {
            untilNothingWaits(outbox);
        }
        assertThat(shelf.list("")).containsExactly("a", "b");
        assertThat(folder.resolve("outbox")).isEmptyDirectory();
    }

    @Test
    void past_its_bound_it_is_as_away_as_the_store() throws Exception {
        shelf.goAway();
        try (Outbox outbox = opened(5)) {
            put(outbox, "a", "one");
            assertThatThrownBy(() -> put(outbox, "b", "three"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("b: the store is away, and 3 bytes wait for it; allowed: 5");
        }
    }

    private Outbox opened(long most) {
        Outbox outbox = new Outbox(shelf, folder.resolve("outbox"), most);
        outbox.start();
        return outbox;
    }

    private static void put(Outbox outbox, String key, String text) throws StoreException {
        outbox.put(key, text.getBytes(UTF_8), "text/plain");
    }

    private static void untilNothingWaits(Outbox outbox) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (outbox.waitingBytes() > 0) {
            boolean unused = never.await(20, TimeUnit.MILLISECONDS);
        }
    }
}
