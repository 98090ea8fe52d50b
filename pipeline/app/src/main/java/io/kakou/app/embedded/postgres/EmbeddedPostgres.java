package io.kakou.app.embedded.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.app.data.Disk;
import io.kakou.app.data.OwnersFile;
import io.kakou.app.data.Password;
import io.kakou.app.embedded.FolderLock;
import io.kakou.app.embedded.LoopbackPorts;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL as a child process on 127.0.0.1, with a password of its own and with fsync and synchronous commit on: what
 * it has acknowledged survives a power cut. What was written before is there again after a restart on the same folder.
 *
 * <p>PostgreSQL refuses to run as root. There it runs in a user namespace in which it has no name, see unshare(1).
 */
public final class EmbeddedPostgres implements AutoCloseable {
    public static final String USER = "kakou";

    private static final String HOST = "127.0.0.1";
    private static final int LONGEST_SECONDS = 60;
    private static final int ORPHAN_SECONDS = 10;
    private static final int MILLIS_BETWEEN_TRIES = 50;
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;
    private final int wantedPort;
    private @Nullable FolderLock lock;
    private @Nullable PostgresProgram program;
    private @Nullable Process server;
    private int port;
    private String password = "";

    /**
     * A server that is not started.
     *
     * @param folder for the program, its data and its log, and nothing else; made where it is missing
     */
    public EmbeddedPostgres(Path folder) {
        this(folder, 0);
    }

    /**
     * A server that is found at the same place after a restart.
     *
     * @param port on 127.0.0.1; 0 takes a free one at each start
     */
    public EmbeddedPostgres(Path folder, int port) {
        this.folder = folder.toAbsolutePath();
        this.wantedPort = port;
    }

    /**
     * Starts it; returns when it answers. A server of ours that outlived the process which started it is stopped first.
     *
     * @throws IllegalStateException where the folder cannot be used or the server does not come up within a minute
     */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            lock = FolderLock.on(folder);
            program = PostgresProgram.in(folder);
            stopOrphan(program);
            makeCluster(program);
            password = Files.readString(passwordFile()).strip();
            port = wantedPort == 0 ? LoopbackPorts.free() : wantedPort;
            server = launch(program);
            awaitAnswer(server);
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            close();
            throw new IllegalStateException("the database cannot start in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** {@code jdbc:postgresql://127.0.0.1:port/postgres}, without credentials. */
    public synchronized String url() {
        if (server == null) {
            throw new IllegalStateException("the database in " + folder + " is not started");
        }
        return "jdbc:postgresql://" + HOST + ":" + port + "/postgres";
    }

    /** Of {@link #USER}; generated when the folder was made. */
    public synchronized String password() {
        return password;
    }

    /** The server's process while it runs, so that whoever supervises it sees its end. */
    public synchronized Optional<ProcessHandle> process() {
        return Optional.ofNullable(server).map(Process::toHandle);
    }

    @Override
    public synchronized void close() {
        try {
            if (server != null && program != null && server.isAlive()) {
                program.stop(data());
            }
        } finally {
            server = null;
            if (lock != null) {
                lock.close();
                lock = null;
            }
        }
    }

    /**
     * After a SIGKILL of its parent the server goes on, and would keep its data folder for ever; after one of its own the
     * processes below it need a moment to see it. A process id is soon another's: ours are known by the program they run,
     * which lies in this folder.
     */
    private void stopOrphan(PostgresProgram program) throws IOException, InterruptedException {
        if (program.running().map(ProcessHandle::pid).anyMatch(pid -> pid == pidInFile())) {
            program.stop(data());
        }
        program.awaitEnd(ORPHAN_SECONDS);
        // A server does not start where the file names any process that lives, ours or not.
        Files.deleteIfExists(pidFile());
    }

    /** Of the server that runs or ran; -1 where there is none, or the file was not written whole. */
    private long pidInFile() {
        try {
            return Long.parseLong(Files.readAllLines(pidFile()).get(0).strip());
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return -1;
        }
    }

    /** Made aside and moved into place, so that a kill half-way leaves nothing that looks whole. */
    private void makeCluster(PostgresProgram program) throws IOException {
        if (Files.exists(data().resolve("PG_VERSION"))) {
            return;
        }
        if (!Files.exists(passwordFile())) {
            writePassword();
        }
        Path fresh = folder.resolve("data.new");
        Folders.delete(fresh);
        program.initialise(fresh, USER, passwordFile());
        try {
            Disk.move(fresh, data());
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the disk cannot move a folder whole", e);
        }
    }

    private void writePassword() throws IOException {
        OwnersFile.write(passwordFile(), Password.random(PASSWORD_BYTES).getBytes(UTF_8));
    }

    private Process launch(PostgresProgram program) throws IOException {
        List<String> command = new ArrayList<>(List.of("-D", data().toString(), "-p", String.valueOf(port)));
        for (String setting : List.of(
                "listen_addresses=" + HOST,
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "max_connections=40",
                "shared_buffers=64MB",
                "timezone=UTC",
                "log_timezone=UTC")) {
            command.addAll(List.of("-c", setting));
        }
        return program.launch(command, log());
    }

    private void awaitAnswer(Process server) throws IOException, InterruptedException {
        for (int waited = 0; waited < LONGEST_SECONDS * 1000; waited += MILLIS_BETWEEN_TRIES) {
            if (server.waitFor(MILLIS_BETWEEN_TRIES, TimeUnit.MILLISECONDS)) {
                throw new IOException("it ended with " + server.exitValue() + "; see " + log());
            }
            try {
                DriverManager.getConnection(url(), USER, password).close();
                return;
            } catch (SQLException e) {
                if (e.getSQLState() != null && e.getSQLState().startsWith("28")) {
                    throw new IOException("its password is not the one in " + passwordFile(), e);
                }
            }
        }
        throw new IOException("it does not answer within " + LONGEST_SECONDS + " s; see " + log());
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path pidFile() {
        return data().resolve("postmaster.pid");
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }
}
