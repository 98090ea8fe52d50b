package io.kakou.app.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Children that outlived a kill of their parent, as a stopped one does. */
public final class Orphans {
    private static final long LONGEST_SECONDS = 10;

    private Orphans() {}

    /**
     * Ends the process of a pid file.
     *
     * @param sign stands on the command line of ours: a process id is soon another's
     * @throws IOException where it cannot be ended
     */
    public static void end(Path pidFile, String sign) throws IOException, InterruptedException {
        if (!Files.exists(pidFile)) {
            return;
        }
        String pid = Files.readString(pidFile).strip();
        ProcessHandle process = pid.matches("[0-9]{1,18}")
                ? ProcessHandle.of(Long.parseLong(pid)).orElse(null)
                : null;
        if (process != null && process.info().commandLine().orElse("").contains(sign)) {
            process.destroyForcibly();
            await(process);
        }
        Files.delete(pidFile);
    }

    private static void await(ProcessHandle process) throws IOException, InterruptedException {
        try {
            process.onExit().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("process " + process.pid() + " of an earlier run cannot be ended", e);
        }
    }
}
