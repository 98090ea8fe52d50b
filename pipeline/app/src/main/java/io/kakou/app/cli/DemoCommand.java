package io.kakou.app.cli;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.cli.end.Stopper;
import io.kakou.app.data.UnusableFolder;
import io.kakou.app.detector.Detectors;
import io.kakou.app.embedded.PortTaken;
import io.kakou.app.staged.Demonstration;
import java.io.IOException;
import java.util.List;
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
    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8460",
            description = "TCP port of the page on 127.0.0.1, 8460; 0 takes a free one.")
    private int port;

    @Option(
            names = "--until-told",
            description = "Ends once the staged event is an incident on the page and its clip can be played;"
                    + " fails where that takes longer than 180 s after the start.")
    private boolean untilTold;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        requirePort();
        CompletableFuture<String> page = new CompletableFuture<>();
        ToldOfProcesses people = new ToldOfProcesses(spec, page::complete);
        try (Stopper stopper = new Stopper(Thread.currentThread()::interrupt);
                Demonstration demonstration = new Demonstration(Detectors.cache(), port, people, people::say)) {
            var unused = page.thenAccept(address -> invite(address, demonstration, people));
            List<String> late = stopper.isAsked() ? List.of() : demonstration.start();
            people.tellLate(late);
            boolean well = true;
            if (untilTold) {
                well = new StagedEvent(demonstration, page, people, stopper).comesThrough();
            } else {
                stopper.await();
            }
            people.say("stopping");
            return well ? 0 : CommandFailure.EXIT_CODE;
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

    private void invite(String address, Demonstration demonstration, ToldOfProcesses people) {
        people.sayAfter("address and password");
        var out = spec.commandLine().getOut();
        out.println("page      " + address);
        out.println("user      " + demonstration.user());
        out.println("password  " + demonstration.password());
        out.flush();
    }
}
