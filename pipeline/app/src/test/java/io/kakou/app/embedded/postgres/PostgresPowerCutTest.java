package io.kakou.app.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kakou.app.embedded.LoopbackPorts;
import io.kakou.app.embedded.UnsyncedWrites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The database is killed, and with it goes all that its disk was not told to keep. */
class PostgresPowerCutTest {
    private static final int ROWS = 200;
    private static final String TEXT = "x".repeat(400);
    private static final int MILLIS_BETWEEN_LOOKS = 20;
    private static final int LOOKS = 1_500;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void what_the_database_acknowledged_outlives_a_disk_that_drops_what_was_not_synced() throws Exception {
        assumeTrue(mayAttach(), "needs platform: strace that may trace a process that runs");
        prepare();
        long gone;
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
            postgres.start();
            gone = cutWhileItWrites(
                    postgres.process().orElseThrow(),
                    () -> DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password()));
        }

        assertThat(gone).as("bytes that went, or the disk dropped nothing").isPositive();
        assertThat(rowsAfterwards()).isEqualTo(ROWS);
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void of_one_that_never_asks_its_disk_rows_are_gone_or_all() throws Exception {
        assumeTrue(mayAttach(), "needs platform: strace that may trace a process that runs");
        prepare();
        int port = LoopbackPorts.free();
        String password = Files.readString(folder.resolve("password")).strip();
        Process server = BareServer.start(
                folder, port, List.of("listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"));
        cutWhileItWrites(
                server.toHandle(),
                () -> DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", EmbeddedPostgres.USER, password));

        int rows;
        try {
            rows = rowsAfterwards();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("cannot start");
            rows = 0;
        }
        assertThat(rows).isLessThan(ROWS);
    }

    private interface Door {
        Connection open() throws SQLException;
    }

    /** A table, and a disk that has all of it. */
    private void prepare() throws SQLException {
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
            postgres.start();
            try (Connection connection =
                            DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("create table kept (id int primary key, text varchar)");
            }
        }
    }

    /** Acknowledges rows one by one, and has as many in a transaction that is not ended; bytes that went. */
    private long cutWhileItWrites(ProcessHandle server, Door door) throws Exception {
        Map<Path, Long> found = UnsyncedWrites.lengths(data());
        Path trace = folder.resolve("trace");
        Process tracer = attach(server, trace);
        List<ProcessHandle> all = new ArrayList<>();
        try (Connection acknowledged = door.open();
                Connection open = door.open()) {
            insert(acknowledged, 0);
            open.setAutoCommit(false);
            insert(open, ROWS);
            all.addAll(family(server));
            all.forEach(ProcessHandle::destroyForcibly);
            for (ProcessHandle each : all) {
                each.onExit().get(30, TimeUnit.SECONDS);
            }
        } catch (SQLException e) {
            // Closing a connection whose server is gone may say so.
            assertThat(all).as(e.toString()).isNotEmpty();
        }
        assertThat(tracer.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return UnsyncedWrites.of(trace, found).cut(data());
    }

    private static void insert(Connection connection, int first) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into kept values (?, ?)")) {
            for (int i = first; i < first + ROWS; i++) {
                insert.setInt(1, i);
                insert.setString(2, TEXT);
                insert.execute();
            }
        }
    }

    private int rowsAfterwards() throws SQLException {
        try (EmbeddedPostgres again = new EmbeddedPostgres(folder)) {
            again.start();
            try (Connection connection =
                            DriverManager.getConnection(again.url(), EmbeddedPostgres.USER, again.password());
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select count(*) from kept")) {
                assertThat(rows.next()).isTrue();
                return rows.getInt(1);
            }
        }
    }

    private Process attach(ProcessHandle server, Path trace) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(UnsyncedWrites.ATTACHED);
        command.add(trace.toString());
        for (ProcessHandle each : family(server)) {
            command.addAll(List.of("-p", String.valueOf(each.pid())));
        }
        Process tracer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("strace.out").toFile())
                .start();
        for (ProcessHandle each : family(server)) {
            for (int looks = 0; !isTraced(each); looks++) {
                assertThat(looks).as("strace is not at " + each.pid()).isLessThan(LOOKS);
                assertThat(tracer.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS))
                        .isFalse();
            }
        }
        return tracer;
    }

    private static List<ProcessHandle> family(ProcessHandle server) {
        return Stream.concat(Stream.of(server), server.descendants())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private static boolean isTraced(ProcessHandle process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.noneMatch(line -> line.matches("TracerPid:\\s+0"));
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private boolean mayAttach() throws IOException, InterruptedException {
        Process other = new ProcessBuilder("sleep", "60").start();
        try {
            Process tracer = new ProcessBuilder(
                            "strace",
                            "-qq",
                            "-o",
                            folder.resolve("probe").toString(),
                            "-p",
                            String.valueOf(other.pid()))
                    .start();
            for (int looks = 0; looks < LOOKS && !isTraced(other.toHandle()); looks++) {
                if (tracer.waitFor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            other.destroyForcibly();
        }
    }
}
