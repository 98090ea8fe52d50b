package io.kakou.app.cli.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import io.kakou.app.remote.ConsoleAway;
import io.kakou.app.remote.ConsoleClient;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kakou rule off}: the brake. */
@Command(
        name = "off",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Switches a rule off: its event is not judged there, nothing is raised, what cameras have taught it is kept,",
            "and open incidents stay with people. It ends by itself. Every room's page shows it while it is off.",
            "Says at how many cameras it is in force, and after how long; with 5 s over it says where it is not yet.",
            "The account must be an administrator's or an engineer's."
        })
final class RuleOffCommand implements Callable<Integer> {
    private static final double PATIENCE_SECONDS = 5;
    private static final long ASK_EVERY_MILLIS = 200;

    @Mixin
    private final Where where = new Where();

    @Option(
            names = "--until",
            required = true,
            paramLabel = "TIME|DURATION",
            description = "45m, 2h, 3d, or 2026-05-01T12:00:00+08:00; at most 31 days from now.")
    private String until = "";

    @Mixin
    private final ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JsonNode brake = account.ask(this::brake);
        spec.commandLine().getOut().println(BrakeLine.of(brake));
        if (!BrakeLine.isInForce(brake)) {
            spec.commandLine()
                    .getOut()
                    .println("not yet at: " + brake.path("waiting") + "; a worker that is away takes it"
                            + " up before it judges again");
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** As it stands when it is in force everywhere, or patience ends. */
    private JsonNode brake(ConsoleClient client) throws ConsoleAway, InterruptedException {
        long begin = System.nanoTime();
        JsonNode brake = client.post("api/brakes", where.body().put("until", until));
        CountDownLatch never = new CountDownLatch(1);
        while (!BrakeLine.isInForce(brake) && seconds(begin) < PATIENCE_SECONDS) {
            boolean unused = never.await(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            brake = now(client, brake);
        }
        spec.commandLine()
                .getOut()
                .println(String.format(Locale.ROOT, "%s after %.1f s", BrakeLine.inForce(brake), seconds(begin)));
        return brake;
    }

    private static JsonNode now(ConsoleClient client, JsonNode brake) throws ConsoleAway, InterruptedException {
        for (JsonNode each : client.get("api/brakes")) {
            if (each.path("id").equals(brake.path("id"))) {
                return each;
            }
        }
        return brake; // over by now
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
