package io.kakou.app.embedded.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.app.data.Disk;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the class path once, and run as somebody who is not root. */
final class PostgresProgram {
    private static final String FOLDER = "program-18.6.0";
    private static final int LONGEST_SECONDS = 60;
    private static final int OWNER_EXECUTES = 0100;

    private final Path home;
    private final List<String> prefix;

    private PostgresProgram(Path home, List<String> prefix) {
        this.home = home;
        this.prefix = prefix;
    }

    /** Unpacks where it is missing, aside first, so that a kill half-way leaves nothing that looks whole. */
    static PostgresProgram in(Path folder) throws IOException {
        Path home = folder.resolve(FOLDER);
        if (!Files.isDirectory(home)) {
            Path fresh = folder.resolve(FOLDER + ".new");
            Folders.delete(fresh);
            unpack(fresh);
            force(fresh);
            Disk.move(fresh, home);
        }
        return new PostgresProgram(home, prefix());
    }

    /** At once, where the system can: a thousand files one by one take seconds. */
    private static void force(Path folder) throws IOException {
        if (!isDone(List.of("sync", "-f", folder.toString()))) {
            Disk.forceAll(folder);
        }
    }

    private static boolean isDone(List<String> command) {
        try {
            return output(command).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /** Every process of this very program: another installation's and the system's own run other files. */
    Stream<ProcessHandle> running() throws IOException {
        String server = Path.of(program("postgres")).toRealPath().toString();
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().command().filter(server::equals).isPresent());
    }

    /** Waits for all of them to end, and kills those that do not. */
    void awaitEnd(int seconds) throws IOException, InterruptedException {
        CompletableFuture<?>[] ends = running().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(ends).get(seconds, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            running().forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** Makes an empty database cluster that asks everybody for the password in the file. */
    void initialise(Path data, String user, Path passwordFile) throws IOException {
        run(List.of(
                program("initdb"),
                "-D",
                data.toString(),
                "-U",
                user,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8",
                "--locale=C",
                "--no-instructions"));
    }

    Process launch(List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(program("postgres"));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Ends the server of a data folder: sessions are cut, nothing acknowledged is lost; returns when it is gone. */
    void stop(Path data) {
        try {
            run(List.of(program("pg_ctl"), "stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "30"));
        } catch (IOException e) {
            throw new IllegalStateException("the database in " + data + " does not stop: " + e.getMessage(), e);
        }
    }

    private String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private void run(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(words);
        String said = output(command);
        if (!said.isEmpty()) {
            throw new IOException(said);
        }
    }

    /** Empty where it went well, else what it said last. */
    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (InputStream in = process.getInputStream()) {
            List<String> lines =
                    new String(in.readAllBytes(), UTF_8).strip().lines().toList();
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return command.get(0) + " does not end within " + LONGEST_SECONDS + " s";
            }
            String last = lines.isEmpty() ? "it ended with " + process.exitValue() : lines.get(lines.size() - 1);
            return process.exitValue() == 0 ? "" : last;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static List<String> prefix() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        List<String> unnamed = List.of("unshare", "--user");
        List<String> probe = new ArrayList<>(unnamed);
        probe.add("true");
        try {
            if (output(probe).isEmpty()) {
                return unnamed;
            }
        } catch (IOException e) {
            throw new IOException("PostgreSQL does not run as root, and this machine has no unshare(1)", e);
        }
        throw new IOException("PostgreSQL does not run as root, and unshare(1) is not allowed here;"
                + " allowed: another user, or user namespaces");
    }

    private static void unpack(Path target) throws IOException {
        String archive = "/postgres-" + system() + "-" + processor() + ".txz";
        try (InputStream in = PostgresProgram.class.getResourceAsStream(archive)) {
            if (in == null) {
                throw new IOException("no PostgreSQL for this machine: " + archive + " is not on the class path");
            }
            TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)));
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target.resolve(entry.getName()).normalize(), target);
            }
        }
    }

    private static void unpack(InputStream tar, TarArchiveEntry entry, Path file, Path target) throws IOException {
        if (!file.startsWith(target)) {
            throw new IOException("PostgreSQL's archive holds a path outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, file);
            if ((entry.getMode() & OWNER_EXECUTES) != 0 && !file.toFile().setExecutable(true)) {
                throw new IOException(file + " cannot be made executable");
            }
        }
    }

    private static String system() {
        String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return name.contains("mac") ? "darwin" : name.contains("windows") ? "windows" : "linux";
    }

    private static String processor() {
        String name = System.getProperty("os.arch", "");
        return name.equals("aarch64") ? "arm_64" : "x86_64";
    }
}
