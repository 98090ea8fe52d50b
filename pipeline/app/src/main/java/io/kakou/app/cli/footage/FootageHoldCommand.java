package io.kakou.app.cli.footage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kakou.app.cli.account.ConsoleAccount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou footage hold}. */
@Command(
        name = "hold",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Holds a span of a camera: it is not let go, whatever the ceiling and the quota say.")
final class FootageHoldCommand implements Runnable {
    @Parameters(paramLabel = "CAMERA", description = "A camera's id.")
    private String camera;

    @Option(names = "--from", paramLabel = "TIME", required = true, description = "2026-05-01T04:00:00Z")
    private Instant from = Instant.EPOCH;

    @Option(names = "--to", paramLabel = "TIME", required = true, description = "Its end.")
    private Instant to = Instant.EPOCH;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is written down for ever.")
    private String reason = "";

    @Option(names = "--until", paramLabel = "TIME", description = "When the hold ends by itself.")
    private @Nullable Instant until;

    @Mixin
    private ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        ObjectNode wanted = new ObjectMapper()
                .createObjectNode()
                .put("camera", camera)
                .put("from", from.toString())
                .put("to", to.toString())
                .put("reason", reason);
        if (until != null) {
            wanted.put("until", until.toString());
        }
        JsonNode hold = account.ask(client -> client.post("api/footage/holds", wanted));
        spec.commandLine().getOut().println("held: " + hold.path("id").asText());
        spec.commandLine().getOut().flush();
    }
}
