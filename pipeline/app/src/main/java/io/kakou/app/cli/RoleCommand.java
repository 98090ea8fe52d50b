package io.kakou.app.cli;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.process.ChildPlan;
import io.kakou.app.process.Interrupts;
import io.kakou.app.process.ParentPipe;
import io.kakou.app.role.Deployment;
import io.kakou.app.role.Role;
import io.kakou.app.role.RunningRole;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou role}: one process of {@code kakou run}, as its child. */
@Command(name = "role", hidden = true, description = "One process of kakou run; ends with its standard input.")
final class RoleCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(RoleCommand.class);
    private static final double STOP_SECONDS = 12;

    @Parameters(index = "0", paramLabel = "ROLE", description = "log, room or analysis.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "Where everything is, as the parent wrote it.")
    private Path file = Path.of("");

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Interrupts.ignore();
        ParentPipe parent = new ParentPipe(System.in, STOP_SECONDS);
        parent.start();
        Told told = new Told(spec.commandLine().getOut(), parent);
        try (RunningRole running = role().of(Deployment.read(file), told)) {
            running.start();
            parent.await();
        } catch (Exception e) {
            told.broken(e);
        } finally {
            parent.ended();
        }
        Throwable why = told.broken.get();
        if (why != null) {
            throw new CommandFailure(String.valueOf(why.getMessage()), why);
        }
        return 0;
    }

    private Role role() {
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("role is " + name + "; allowed: "
                        + Arrays.toString(Role.values()).toLowerCase(Locale.ROOT)));
    }

    /** Lines for the parent. */
    private static final class Told implements RunningRole.Listener {
        private final PrintWriter out;
        private final ParentPipe parent;
        private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

        Told(PrintWriter out, ParentPipe parent) {
            this.out = out;
            this.parent = parent;
        }

        @Override
        public void ready(String detail) {
            line(ChildPlan.READY + ' ' + detail);
        }

        @Override
        public void said(String line) {
            line(line);
        }

        @Override
        public void broken(Throwable why) {
            if (broken.compareAndSet(null, why)) {
                LOG.error("it cannot go on", why);
                line("it cannot go on: " + why.getMessage());
            }
            parent.stop();
        }

        private void line(String line) {
            synchronized (out) {
                out.println(line);
                out.flush();
            }
        }
    }
}
