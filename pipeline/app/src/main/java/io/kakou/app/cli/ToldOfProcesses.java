package io.kakou.app.cli;

import io.kakou.app.process.Supervisor;
import io.kakou.app.role.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** Tells people what the system's processes do, on the standard error. Safe for many threads. */
final class ToldOfProcesses implements Supervisor.Listener {
    private final CommandSpec spec;
    private final Consumer<String> page;
    private final InstantSource clock = InstantSource.system();
    private final Instant begin = ProcessHandle.current().info().startInstant().orElseGet(clock::instant);

    /** @param page takes the page's address each time that it is served */
    ToldOfProcesses(CommandSpec spec, Consumer<String> page) {
        this.spec = spec;
        this.page = page;
    }

    synchronized void say(String line) {
        spec.commandLine().getErr().println("kakou: " + line);
    }

    /** Says when something came about, counted from the start of this process. */
    void sayAfter(String what) {
        say(String.format(Locale.ROOT, "%s after %.1f s", what, seconds()));
    }

    /** Since this process was started. */
    double seconds() {
        return Duration.between(begin, clock.instant()).toMillis() / 1000.0;
    }

    /** Those that a start has not brought up yet. */
    void tellLate(List<String> names) {
        if (!names.isEmpty()) {
            say("not ready yet, still tried: " + String.join(", ", names));
        }
    }

    @Override
    public void ready(String child, String detail) {
        say(child + " is ready");
        if (child.equals(Role.ROOM.word()) && !detail.isEmpty()) {
            page.accept(detail);
        }
    }

    @Override
    public void said(String child, String line) {
        say(child + ": " + line);
    }

    @Override
    public void died(String child, int exit, double retrySeconds) {
        say(String.format(Locale.ROOT, "%s ended (exit %d) and is started again in %.1f s", child, exit, retrySeconds));
    }
}
