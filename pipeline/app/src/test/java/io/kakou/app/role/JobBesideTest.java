package io.kakou.app.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.services.Retry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JobBesideTest {
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicInteger broken = new AtomicInteger();
    private final Retry.Listener listener = new Retry.Listener() {
        @Override
        public void said(String line) {
            said.add(line);
        }

        @Override
        public void broken(Throwable why) {
            broken.incrementAndGet();
        }
    };

    @Test
    void a_job_that_cannot_begin_or_fails_for_good_is_said_and_begins_again_and_breaks_nothing() throws Exception {
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch runs = new CountDownLatch(1);
        JobBeside.Start start = () -> {
            switch (begun.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("not accepted");
                case 2 -> {
                    return CompletableFuture.failedFuture(new IllegalStateException("failed for good"));
                }
                default -> {
                    runs.countDown();
                    return new CompletableFuture<>();
                }
            }
        };
        try (JobBeside job = new JobBeside("trucks", start, listener, 0.01)) {
            job.start();
            assertThat(runs.await(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(said).hasSize(2).allMatch(line -> line.startsWith("the job trucks does not run: "));
        assertThat(said.get(1)).contains("failed for good", "tried again in 0.01 s");
        assertThat(broken).hasValue(0);
    }

    @Test
    void what_ends_because_all_is_closed_is_not_said() throws Exception {
        CompletableFuture<Void> running = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        JobBeside job = new JobBeside(
                "trucks",
                () -> {
                    begun.countDown();
                    return running;
                },
                listener,
                0.01);
        job.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        job.close();
        running.completeExceptionally(new IllegalStateException("cancelled"));
        assertThat(said).isEmpty();
    }
}
