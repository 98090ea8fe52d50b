package io.kakou.app.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @Test
    void what_was_committed_is_there_after_a_restart_and_disks_are_asked_to_keep_it(@TempDir Path folder)
            throws Exception {
        String password;
        try (EmbeddedPostgres first = new EmbeddedPostgres(folder)) {
            first.start();
            first.start();
            password = first.password();
            assertThat(ask(first, "show fsync")).isEqualTo("on");
            assertThat(ask(first, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(first, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(first, "create table kept as select 'kept' as word; select word from kept"))
                    .isEqualTo("kept");
            assertThatIllegalStateException()
                    .isThrownBy(new EmbeddedPostgres(folder)::start)
                    .withMessageContaining("in use");
        }
        try (EmbeddedPostgres second = new EmbeddedPostgres(folder)) {
            second.start();
            assertThat(second.password()).isEqualTo(password).hasSizeGreaterThan(40);
            assertThat(ask(second, "select word from kept")).isEqualTo("kept");
        }
    }

    @Test
    void whoever_has_no_password_is_refused(@TempDir Path folder) {
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
            postgres.start();
            for (String guess : List.of("", "kakou", "postgres")) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, guess));
            }
        }
    }

    @Test
    void a_server_that_outlived_its_parent_is_stopped_and_keeps_what_it_had(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
            postgres.start();
            ask(postgres, "create table kept as select 'kept' as word; select 1");
        }
        Process orphan = orphan(folder);
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
            postgres.start();
            assertThat(orphan.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(ask(postgres, "select word from kept")).isEqualTo("kept");
        } finally {
            orphan.destroyForcibly();
        }
    }

    @Test
    void a_pid_file_that_names_somebody_else_harms_nobody(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
            postgres.start();
        }
        Files.writeString(
                folder.resolve("data/postmaster.pid"), ProcessHandle.current().pid() + "\nnot ours\n");
        assertThat(ProcessHandle.current().isAlive()).isTrue();
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
            postgres.start();
            assertThat(ask(postgres, "select 'up'")).isEqualTo("up");
        }
    }

    @Test
    void another_installations_server_is_left_alone(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
            postgres.start();
        }
        Path program =
                Files.copy(Path.of("/bin/sleep"), folder.resolve("postgres"), StandardCopyOption.COPY_ATTRIBUTES);
        Process other = new ProcessBuilder(program.toString(), "60").start();
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
            Files.writeString(folder.resolve("data/postmaster.pid"), other.pid() + "\n");
            postgres.start();
            assertThat(ask(postgres, "select 'up'")).isEqualTo("up");
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_server_that_was_killed_is_started_again_at_once_and_has_what_it_acknowledged(@TempDir Path folder)
            throws Exception {
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
            postgres.start();
            ask(postgres, "create table kept as select 'kept' as word; select 1");
            ProcessHandle killed = postgres.process().orElseThrow();
            killed.destroyForcibly();
            killed.onExit().get(30, TimeUnit.SECONDS);
        }
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
            postgres.start();
            assertThat(ask(postgres, "select word from kept")).isEqualTo("kept");
        }
    }

    @Test
    void a_cluster_that_was_half_made_is_made_again(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("data.new/base"));
        Files.createDirectories(folder.resolve("program-18.6.0.new/bin"));
        try (EmbeddedPostgres postgres = new EmbeddedPostgres(folder)) {
            postgres.start();
            assertThat(ask(postgres, "select 'up'")).isEqualTo("up");
        }
    }

    @Test
    void a_folder_that_cannot_be_one_is_named(@TempDir Path folder) throws Exception {
        Path file = Files.createFile(folder.resolve("database"));
        assertThatIllegalStateException()
                .isThrownBy(new EmbeddedPostgres(file)::start)
                .withMessageStartingWith("the database cannot start in " + file);
    }

    /** A postmaster whose parent knows nothing of it any more, as after a SIGKILL. */
    private static Process orphan(Path folder) throws IOException, InterruptedException {
        return BareServer.start(folder, 54999, List.of("listen_addresses=", "unix_socket_directories=/tmp"));
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                var statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                assertThat(result.next()).isTrue();
                return result.getString(1);
            }
        }
    }
}
