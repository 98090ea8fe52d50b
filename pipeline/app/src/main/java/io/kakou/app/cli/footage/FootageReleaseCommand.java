package io.kakou.app.cli.footage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.app.cli.account.ConsoleAccount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou footage release}. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Ends a hold: what it held is let go when its time is over.")
final class FootageReleaseCommand implements Runnable {
    @Parameters(paramLabel = "HOLD", description = "A hold's id; see: kakou footage holds.")
    private String hold;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is written down for ever.")
    private String reason = "";

    @Mixin
    private ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        JsonNode body = new ObjectMapper().createObjectNode().put("reason", reason);
        JsonNode released = account.ask(client -> client.post("api/footage/holds/" + hold + "/release", body));
        spec.commandLine().getOut().println("released: " + released.path("id").asText());
        spec.commandLine().getOut().flush();
    }
}
