package io.kakou.jobs.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.jobs.JobSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.state.rocksdb.RocksDBOptionsFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

/** A real RocksDB, that is written to as checkpoints do. */
@Timeout(60)
class CompactionSettingsTest {
    private static final int NICE = 18;

    @TempDir
    private Path folder;

    @Test
    void eleven_checkpoints_are_merged_with_the_twelfth() throws Exception {
        mergeTwelve();
    }

    private void mergeTwelve() throws Exception {
        RocksDBOptionsFactory settings = asFlinkMakesThem();
        List<AutoCloseable> toClose = new ArrayList<>();
        RocksDB.loadLibrary();
        try (DBOptions all = settings.createDBOptions(new DBOptions(), toClose);
                ColumnFamilyOptions state = settings.createColumnOptions(new ColumnFamilyOptions(), toClose);
                Options options = new Options(all.setCreateIfMissing(true), state);
                FlushOptions checkpoint = new FlushOptions().setWaitForFlush(true);
                RocksDB database = RocksDB.open(options, folder.toString())) {
            for (int i = 0; i < 11; i++) {
                database.put("incident".getBytes(UTF_8), new byte[] {(byte) i});
                database.flush(checkpoint);
            }
            assertThat(unmerged(database)).isEqualTo(11);

            database.put("incident".getBytes(UTF_8), new byte[] {11});
            database.flush(checkpoint);
            CountDownLatch never = new CountDownLatch(1);
            while (unmerged(database) > 1) {
                assertThat(never.await(10, TimeUnit.MILLISECONDS)).isFalse();
            }
            assertThat(database.get("incident".getBytes(UTF_8))).containsExactly(11);
        }
        assertThat(toClose).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs platform: Linux says how nice a thread is")
    void who_merges_is_nicer_than_who_waits() throws Exception {
        mergeTwelve();

        assertThat(merging()).isNotEmpty().allSatisfy(stat -> assertThat(Integer.parseInt(stat.split(" ", -1)[NICE]))
                .isEqualTo(19));
    }

    private static RocksDBOptionsFactory asFlinkMakesThem() throws ReflectiveOperationException {
        String name = JobSettings.of(Path.of("unused")).toFlink().get(RocksDBOptions.OPTIONS_FACTORY);
        return Class.forName(name)
                .asSubclass(RocksDBOptionsFactory.class)
                .getDeclaredConstructor()
                .newInstance();
    }

    private static int unmerged(RocksDB database) throws Exception {
        return Integer.parseInt(database.getProperty("rocksdb.num-files-at-level0"));
    }

    /** What Linux says of the threads that merge. */
    private static List<String> merging() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.map(CompactionSettingsTest::stat)
                    .filter(stat -> stat.contains("(rocksdb:low)"))
                    .toList();
        }
    }

    private static String stat(Path thread) {
        try {
            return Files.readString(thread.resolve("stat"));
        } catch (IOException e) {
            return ""; // it has just ended
        }
    }
}
