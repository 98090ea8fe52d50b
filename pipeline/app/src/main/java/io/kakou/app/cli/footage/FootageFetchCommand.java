package io.kakou.app.cli.footage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.app.cli.account.ConsoleAccount;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou footage fetch}. */
@Command(
        name = "fetch",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Has a span fetched from the street's own recorder, of a camera whose recording is ELSEWHERE.",
            "It takes as long as the span does; see it come with: kakou footage list."
        })
final class FootageFetchCommand implements Runnable {
    @Parameters(paramLabel = "CAMERA", description = "A camera's id.")
    private String camera;

    @Option(names = "--from", paramLabel = "TIME", required = true, description = "2026-05-01T04:00:00Z")
    private Instant from = Instant.EPOCH;

    @Option(names = "--to", paramLabel = "TIME", required = true, description = "At most two hours later.")
    private Instant to = Instant.EPOCH;

    @Mixin
    private ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        JsonNode wanted = new ObjectMapper()
                .createObjectNode()
                .put("from", from.toString())
                .put("to", to.toString());
        JsonNode taken = account.ask(client -> client.post("api/cameras/" + camera + "/footage", wanted));
        spec.commandLine()
                .getOut()
                .println("to be fetched: " + taken.path("camera").asText());
        spec.commandLine().getOut().flush();
    }
}
