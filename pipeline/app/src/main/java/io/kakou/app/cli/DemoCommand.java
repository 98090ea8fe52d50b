package io.kakou.app.cli;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.cli.end.Stopper;
import io.kakou.app.cli.watch.StockDetector;
import io.kakou.app.data.UnusableFolder;
import io.kakou.app.embedded.PortTaken;
import io.kakou.app.process.Supervisor;
import io.kakou.app.role.Role;
import io.kakou.app.staged.ConsoleVisit;
import io.kakou.app.staged.Demonstration;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou demo}: the whole system on cameras that the project stages itself. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs the whole system until Ctrl-C on a staged lift and a staged street, in a folder that is thrown away.",
            "Prints the page's address and an account. The page also takes a film or a camera of your own."
        })
final class DemoCommand implements Callable<Integer> {
    private static final double PATIENCE_SECONDS = 180;
    private static final double ASK_AGAIN_SECONDS = 0.5;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8460",
            description = "TCP port of the page on 127.0.0.1, 8460; 0 takes a free one.")
    private int port;

    @Option(
            names = "--until-told",
            description = "Ends once the staged event is an incident on the page and its clip can be played;"
                    + " fails where that takes longer than 180 s.")
    private boolean untilTold;

    @Spec
    private CommandSpec spec;

    private final InstantSource clock = InstantSource.system();
    private final Instant begin = ProcessHandle.current().info().startInstant().orElseGet(clock::instant);
    private final CompletableFuture<String> page = new CompletableFuture<>();

    @Override
    public Integer call() {
        requirePort();
        try (Stopper stopper = new Stopper();
                Demonstration demonstration = new Demonstration(StockDetector.cache(), port, new Told(), this::say)) {
            var unused = page.thenAccept(address -> invite(address, demonstration));
            List<String> late = stopper.isAsked() ? List.of() : demonstration.start();
            if (!late.isEmpty()) {
                say("not ready yet, still tried: " + String.join(", ", late));
            }
            return stay(demonstration, stopper);
        } catch (PortTaken e) {
            throw new CommandFailure(e.getMessage() + "; allowed: a free one, by --port", e);
        } catch (UnusableFolder | IOException | IllegalStateException e) {
            throw new CommandFailure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CommandFailure.EXIT_CODE;
        }
    }

    private void requirePort() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "--port is " + port + "; allowed: 0 to 65535");
        }
    }

    private int stay(Demonstration demonstration, Stopper stopper) throws IOException, InterruptedException {
        if (untilTold) {
            boolean told = told(demonstration, stopper);
            say("stopping");
            return told ? 0 : CommandFailure.EXIT_CODE;
        }
        stopper.await();
        say("stopping");
        return 0;
    }

    private boolean told(Demonstration demonstration, Stopper stopper) throws IOException, InterruptedException {
        String camera = Demonstration.eventful();
        String missing = "the page";
        ConsoleVisit visit = null;
        String alert = null;
        do {
            if (visit == null && page.isDone()) {
                visit = new ConsoleVisit(page.join());
                visit.signIn(demonstration.user(), demonstration.password());
                missing = "an incident of camera " + camera;
            }
            if (visit != null && alert == null) {
                alert = visit.alert(camera).orElse(null);
                if (alert != null) {
                    say(after("the first alert is on the room's page"));
                    missing = "the clip of alert " + alert;
                }
            }
            if (visit != null && alert != null && visit.clipPlays(alert)) {
                say(after("its clip can be played"));
                return true;
            }
        } while (since() < PATIENCE_SECONDS && !stopper.await(ASK_AGAIN_SECONDS));
        say("not there after " + Math.round(since()) + " s: " + missing);
        return false;
    }

    private void invite(String address, Demonstration demonstration) {
        say(after("address and password"));
        var out = spec.commandLine().getOut();
        out.println("page      " + address);
        out.println("user      " + demonstration.user());
        out.println("password  " + demonstration.password());
        out.flush();
    }

    private String after(String what) {
        return String.format(Locale.ROOT, "%s after %.1f s", what, since());
    }

    private double since() {
        return Duration.between(begin, clock.instant()).toMillis() / 1000.0;
    }

    private synchronized void say(String line) {
        spec.commandLine().getErr().println("kakou: " + line);
    }

    /** What the processes do, for people. */
    private final class Told implements Supervisor.Listener {
        @Override
        public void ready(String child, String detail) {
            say(child + " is ready");
            if (child.equals(Role.ROOM.word())) {
                boolean unused = page.complete(detail);
            }
        }

        @Override
        public void said(String child, String line) {
            say(child + ": " + line);
        }

        @Override
        public void died(String child, int exit, double retrySeconds) {
            say(String.format(
                    Locale.ROOT, "%s ended (exit %d) and is started again in %.1f s", child, exit, retrySeconds));
        }
    }
}
