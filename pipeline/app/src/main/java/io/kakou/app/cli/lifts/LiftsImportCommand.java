package io.kakou.app.cli.lifts;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import io.kakou.app.cli.end.CommandFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou lifts import}: a file in the place of all lifts there were. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes lifts over into a running system, in the place of all there were, or not at all; see: kakou lifts"
                    + " template.",
            "None of them is commanded before kakou lifts test has seen its controller let the door go by itself."
                    + " Where a",
            "controller is the same as before it stays tested. The account must be an administrator's; its password is"
                    + " read",
            "from KAKOU_PASSWORD, or asked for. Exit code 1 where the file was refused."
        })
final class LiftsImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "YAML or JSON.")
    private Path file = Path.of("lifts.yml");

    @Option(names = "--dry-run", description = "Only checks and reports.")
    private boolean dryRun;

    @Mixin
    private final ConsoleAccount account = new ConsoleAccount();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        byte[] bytes = bytes();
        return account.ask(client -> print(client.put("api/lifts" + (dryRun ? "?try=1" : ""), bytes)));
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read", e);
        }
    }

    private int print(JsonNode report) {
        PrintWriter out = spec.commandLine().getOut();
        report.path("problems").forEach(line -> out.println(file + ": " + line.asText()));
        if (report.has("error")) {
            out.println(file + ": " + report.path("error").asText());
            out.flush();
            return CommandFailure.EXIT_CODE;
        }
        report.path("findings").properties().forEach(finding -> finding.getValue()
                .forEach(line -> out.println(file + ": warning: " + finding.getKey() + ": " + line.asText())));
        out.printf(
                Locale.ROOT,
                "%s: %d lifts; %d new, %d changed, %d removed%s%n",
                file,
                report.path("records").path("lifts").asInt(),
                report.path("added").size(),
                report.path("changed").size(),
                report.path("removed").size(),
                dryRun ? "; a dry run" : "");
        out.flush();
        return 0;
    }
}
