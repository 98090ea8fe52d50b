package io.kakou.app.cli.turn;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import io.kakou.app.remote.ConsoleAway;
import io.kakou.app.remote.ConsoleClient;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou models use}: another model while all runs. */
@Command(
        name = "use",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Has cameras of a running system looked at with another model, from their next look on, without a restart.",
            "A worker opens it and runs it once before anything is changed: what is not there, or does not fit, is refused.",
            "Where a worker cannot load it, its cameras are looked at as before, and this says so. What is open stays open,",
            "and what cameras have taught stays. Every room's page shows it while it is in use.",
            "Says at how many cameras it is in force, and after how long; with 5 s over it says where it is not yet.",
            "The account must be an administrator's or an engineer's."
        })
public final class ModelsUseCommand implements Callable<Integer> {
    private static final double PATIENCE_SECONDS = 5;
    private static final long ASK_EVERY_MILLIS = 200;

    @Parameters(
            paramLabel = "HASH",
            description = "SHA-256 of the ONNX file, its first 8 digits at least; kakou models list has them.")
    private String hash = "";

    @Mixin
    private final Which which = new Which();

    @Option(
            names = "--until",
            paramLabel = "TIME|DURATION",
            description = {
                "45m, 2h, 3d, or 2026-05-01T12:00:00+08:00, when cameras are looked at as before; at most 31 days from now.",
                "Without it the model stays until it is taken back."
            })
    private String until = "";

    @Mixin
    private final ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JsonNode use = account.ask(this::use);
        PrintWriter out = spec.commandLine().getOut();
        UseLine.of(use).forEach(out::println);
        if (!UseLine.isInForce(use)) {
            out.println(
                    "not yet at: " + use.path("waiting") + "; a worker that is away takes it up before it looks again");
        }
        out.flush();
        return 0;
    }

    /** As it stands when it is in force everywhere, or patience ends. */
    private JsonNode use(ConsoleClient client) throws ConsoleAway, InterruptedException {
        long begin = System.nanoTime();
        JsonNode use =
                client.post("api/models/use", which.body().put("model", hash).put("until", until));
        CountDownLatch never = new CountDownLatch(1);
        while (!UseLine.isInForce(use) && seconds(begin) < PATIENCE_SECONDS) {
            boolean unused = never.await(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            use = now(client, use);
        }
        spec.commandLine()
                .getOut()
                .println(String.format(Locale.ROOT, "%s after %.1f s", UseLine.inForce(use), seconds(begin)));
        return use;
    }

    private static JsonNode now(ConsoleClient client, JsonNode use) throws ConsoleAway, InterruptedException {
        for (JsonNode each : client.get("api/models").path("uses")) {
            if (each.path("id").equals(use.path("id"))) {
                return each;
            }
        }
        return use; // over by now
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
