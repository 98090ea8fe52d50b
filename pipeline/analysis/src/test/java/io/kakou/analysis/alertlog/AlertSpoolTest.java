package io.kakou.analysis.alertlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertSpoolTest {
    private static final SpoolSettings QUICK = new SpoolSettings(1 << 20, 0.001, 0.01);
    private static final SpoolSettings SMALL_FILES = new SpoolSettings(600, 0.001, 0.01);
    private static final Instant AT = Instant.parse("2026-05-01T08:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void what_was_appended_is_there_in_order_after_a_restart() throws Exception {
        try (AlertSpool spool = open(SMALL_FILES)) {
            for (int i = 0; i < 10; i++) {
                assertThat(spool.append(alert("a" + i))).isEqualTo(i);
            }
        }
        try (AlertSpool spool = open(SMALL_FILES)) {
            assertThat(spool.append(alert("a10"))).isEqualTo(10);
            assertThat(all(spool)).isEqualTo(ids(0, 11));
        }
    }

    @Test
    void a_file_goes_once_all_in_it_is_acknowledged() throws Exception {
        try (AlertSpool spool = open(SMALL_FILES)) {
            for (int i = 0; i < 10; i++) {
                spool.append(alert("a" + i));
            }
            long before = files();
            assertThat(before).isGreaterThan(3);
            spool.acknowledged(7);
            assertThat(files()).isLessThan(before);
            spool.acknowledged(10);
            assertThat(files()).isEqualTo(1);
        }
        try (AlertSpool spool = open(SMALL_FILES)) {
            assertThat(spool.waiting()).isZero();
            assertThat(spool.append(alert("a10"))).isEqualTo(10);
        }
    }

    /** A power cut in the middle of a write, at each of its bytes; and once more with the next write behind it. */
    @Test
    void a_write_cut_at_any_byte_loses_nothing_that_was_acknowledged() throws Exception {
        Path file = folder.resolve("00000000000000000000.alerts");
        try (AlertSpool spool = open(QUICK)) {
            spool.append(alert("a0"));
            spool.append(alert("a1"));
        }
        int whole = (int) Files.size(file);
        try (AlertSpool spool = open(QUICK)) {
            spool.append(alert("a2"));
        }
        byte[] third = Files.readAllBytes(folder.resolve("00000000000000000002.alerts"));
        byte[] two = Files.readAllBytes(file);
        for (int cut = 0; cut < third.length; cut++) {
            empty();
            byte[] torn = java.util.Arrays.copyOf(two, whole + cut);
            System.arraycopy(third, 0, torn, whole, cut);
            Files.write(file, torn);
            try (AlertSpool spool = open(QUICK)) {
                assertThat(Files.size(file)).as("cut at byte %d", cut).isEqualTo(whole);
                spool.append(alert("again"));
                assertThat(all(spool)).as("cut at byte %d", cut).containsExactly("a0", "a1", "again");
            }
        }
    }

    @Test
    void a_record_whose_bytes_were_changed_is_not_believed() throws Exception {
        Path file = folder.resolve("00000000000000000000.alerts");
        try (AlertSpool spool = open(QUICK)) {
            spool.append(alert("a0"));
        }
        byte[] good = Files.readAllBytes(file);
        for (int at = 0; at < good.length; at++) {
            empty();
            byte[] bad = good.clone();
            bad[at] ^= 0x40;
            Files.write(file, bad);
            try (AlertSpool spool = open(QUICK)) {
                assertThat(spool.waiting()).as("byte %d changed", at).isZero();
            }
        }
    }

    @Test
    void while_the_other_side_is_away_alerts_wait_and_then_go_in_order() throws Exception {
        Broker broker = new Broker(3);
        try (AlertSpool spool = open(SMALL_FILES);
                AlertRelay relay = new AlertRelay(spool, broker, SMALL_FILES)) {
            for (int i = 0; i < 20; i++) {
                spool.append(alert("a" + i));
            }
            relay.start();
            assertThat(broker.take(20)).isEqualTo(ids(0, 20));
            assertThat(broker.refusals.get()).isLessThan(0);
        }
        try (AlertSpool spool = open(SMALL_FILES)) {
            assertThat(spool.waiting()).isZero();
        }
    }

    @Test
    void a_relay_stops_while_the_other_side_hangs_and_goes_on_after_a_restart() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        AlertSink hung = alerts -> {
            hanging.countDown();
            new CountDownLatch(1).await();
        };
        try (AlertSpool spool = open(QUICK);
                AlertRelay relay = new AlertRelay(spool, hung, QUICK)) {
            relay.start();
            spool.append(alert("a0"));
            assertThat(hanging.await(10, TimeUnit.SECONDS)).isTrue();
        }
        Broker broker = new Broker(0);
        try (AlertSpool spool = open(QUICK);
                AlertRelay relay = new AlertRelay(spool, broker, QUICK)) {
            relay.start();
            spool.append(alert("a1"));
            assertThat(broker.take(2)).isEqualTo(ids(0, 2));
        }
    }

    @Test
    void an_unreadable_cursor_tells_all_again() throws Exception {
        try (AlertSpool spool = open(QUICK)) {
            spool.append(alert("a0"));
            spool.append(alert("a1"));
            spool.acknowledged(1);
        }
        Files.writeString(folder.resolve("cursor"), "\0\0");
        try (AlertSpool spool = open(QUICK)) {
            assertThat(all(spool)).isEqualTo(ids(0, 2));
        }
    }

    /** Refuses so many times, then takes everything. */
    private static final class Broker implements AlertSink {
        private final AtomicInteger refusals;
        private final BlockingQueue<String> taken = new LinkedBlockingQueue<>();

        Broker(int refusals) {
            this.refusals = new AtomicInteger(refusals);
        }

        @Override
        public void publish(List<SpooledAlert> alerts) throws IOException {
            if (refusals.getAndDecrement() > 0) {
                throw new IOException("away");
            }
            alerts.forEach(alert -> taken.add(id(alert)));
        }

        List<String> take(int count) throws InterruptedException {
            List<String> got = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String id = taken.poll(10, TimeUnit.SECONDS);
                assertThat(id).as("alert %d of %d", i, count).isNotNull();
                got.add(id);
            }
            return got;
        }
    }

    private AlertSpool open(SpoolSettings settings) throws IOException {
        AlertSpool spool = new AlertSpool(folder, settings);
        spool.start();
        return spool;
    }

    private static List<String> all(AlertSpool spool) throws Exception {
        List<String> all = new ArrayList<>();
        while (spool.waiting() > 0) {
            List<SpooledAlert> some = spool.unsent(3, 1);
            some.forEach(alert -> all.add(id(alert)));
            spool.acknowledged(some.get(some.size() - 1).number() + 1);
        }
        return all;
    }

    private static String id(SpooledAlert alert) {
        try {
            return Json.read(Alert.class, alert.json()).id();
        } catch (io.kakou.events.json.UnreadableRecord e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "a" + i).toList();
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".alerts")).count();
        }
    }

    private void empty() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private static Alert alert(String id) {
        return new Alert(
                id,
                AlertPhase.RAISED,
                EventKind.EBIKE_IN_LIFT,
                "",
                "",
                "lift-7",
                null,
                null,
                AT,
                AT,
                0.5,
                List.of(),
                List.of(),
                "w",
                1);
    }
}
