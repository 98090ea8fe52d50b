package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.app.embedded.postgres.EmbeddedPostgres;
import io.kakou.console.outbox.Outbox;
import io.kakou.console.outbox.OutboxRow;
import io.kakou.console.outbox.PublishFailure;
import io.kakou.console.outbox.Publisher;
import io.kakou.console.outbox.Relay;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.DatabaseSettings;
import io.kakou.events.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    @TempDir
    static Path folder;

    private static EmbeddedPostgres postgres;
    private static Database database;

    @BeforeAll
    static void start() {
        postgres = new EmbeddedPostgres(folder);
        postgres.start();
        database = new Database(new DatabaseSettings(postgres.url(), EmbeddedPostgres.USER, postgres.password()));
        database.start();
    }

    @AfterAll
    static void stop() {
        database.close();
        postgres.close();
    }

    @Test
    void what_was_committed_before_a_crash_is_published_after_it_in_order() throws Exception {
        Outbox before = new Outbox();
        write(before, "a", "1");
        write(before, "b", "1");
        write(before, "a", "2");
        // The process ends here: no relay ever ran, nothing is in memory any more.
        Log log = new Log(0);
        try (Relay relay = new Relay(database, new Outbox(), log)) {
            relay.start();
            assertThat(log.take(3)).containsExactly("a1", "b1", "a2");
        }
        assertThat(waiting()).isZero();
    }

    @Test
    void what_the_log_did_not_acknowledge_is_published_again_and_never_lost() throws Exception {
        Outbox outbox = new Outbox();
        write(outbox, "a", "3");
        write(outbox, "a", "4");
        Log log = new Log(2);
        try (Relay relay = new Relay(database, outbox, log)) {
            relay.start();
            assertThat(log.take(6)).containsExactly("a3", "a4", "a3", "a4", "a3", "a4");
        }
        assertThat(waiting()).isZero();
    }

    @Test
    void what_was_rolled_back_is_never_told() throws Exception {
        Outbox outbox = new Outbox();
        try {
            database.transaction(sql -> {
                outbox.add(sql, Topic.CAMERAS, "never", "0".getBytes(UTF_8));
                throw new IllegalStateException("the change failed");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("the change failed");
        }
        write(outbox, "c", "1");
        Log log = new Log(0);
        try (Relay relay = new Relay(database, outbox, log)) {
            relay.start();
            assertThat(log.take(1)).containsExactly("c1");
        }
    }

    private static void write(Outbox outbox, String key, String value) {
        database.transaction(sql -> {
            outbox.add(sql, Topic.CAMERAS, key, value.getBytes(UTF_8));
            return 0;
        });
        outbox.wake();
    }

    private static int waiting() {
        return database.transaction(sql ->
                sql.one("select count(*) from outbox", row -> row.getInt(1)).orElseThrow());
    }

    /** A log that takes everything and acknowledges only after so many failures. */
    private static final class Log implements Publisher {
        private final BlockingQueue<String> published = new LinkedBlockingQueue<>();
        private final AtomicInteger failures;

        Log(int failures) {
            this.failures = new AtomicInteger(failures);
        }

        @Override
        public void publish(List<OutboxRow> rows) throws PublishFailure {
            rows.forEach(row -> published.add(row.key() + new String(row.value(), UTF_8)));
            if (failures.getAndDecrement() > 0) {
                throw new PublishFailure("no acknowledgement");
            }
        }

        List<String> take(int count) throws InterruptedException {
            List<String> taken = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String next = published.poll(30, TimeUnit.SECONDS);
                assertThat(next).isNotNull();
                taken.add(next);
            }
            return taken;
        }

        @Override
        public void close() {
            published.clear();
        }
    }
}
