package io.kakou.app.cli.camera;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import io.kakou.events.Id;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou cameras forget}: what a camera has taught holds no more. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Has forgotten what watching a camera has taught: how its road looks when it is dry, how tall adults are there,",
            "what lies in its zone, how its picture flickers. Whoever watches it begins anew within seconds.",
            "Another address, place, kind or zone does that by itself. Who wanted it is on the record of views.",
            "The account's password is read from KAKOU_PASSWORD, or asked for."
        })
final class CamerasForgetCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CAMERA", description = "Its id.")
    private String camera = "";

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "One alone: lost-child, waterlogging, dumping, gate (the picture's flicker); else all.")
    private @Nullable String rule;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the record.")
    private String reason = "";

    @Mixin
    private final ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Id.plain("CAMERA", camera);
        String what = rule == null ? "all" : "what " + rule;
        JsonNode unused = account.ask(client -> client.forget(camera, rule, reason));
        spec.commandLine().getOut().println(what + " learned of " + camera + " is forgotten");
        return 0;
    }
}
