package io.kakou.app.cli.footage;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.remote.ConsoleAway;
import io.kakou.app.remote.ConsoleClient;
import java.io.Console;
import java.net.URI;
import picocli.CommandLine.Option;

/** Where the console is, and who asks; the account's password is read from KAKOU_PASSWORD, or asked for. */
final class ConsoleAccount {
    private static final String PASSWORD = "KAKOU_PASSWORD";

    @Option(
            names = "--console",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8460/",
            description = "The page's address; ${DEFAULT-VALUE}")
    private URI console = URI.create("");

    @Option(
            names = "--user",
            paramLabel = "NAME",
            defaultValue = "admin",
            description = "An account; its password is read from KAKOU_PASSWORD, or asked for; ${DEFAULT-VALUE}")
    private String user = "";

    /** What is done in a session. */
    interface Work {
        JsonNode in(ConsoleClient client) throws ConsoleAway, InterruptedException;
    }

    JsonNode ask(Work work) {
        ConsoleClient client = new ConsoleClient(console);
        try {
            client.signIn(user, password());
            return work.in(client);
        } catch (ConsoleAway e) {
            throw new CommandFailure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("stopped", e);
        }
    }

    @SuppressWarnings("SystemConsoleNull") // From JDK 22 there is one without a terminal too, which reads nothing.
    private static String password() {
        String given = System.getenv(PASSWORD);
        if (given != null) {
            return given;
        }
        Console terminal = System.console();
        char[] typed = terminal == null ? null : terminal.readPassword("Password: ");
        if (typed == null) {
            throw new IllegalArgumentException(
                    "no password; allowed: in the environment as " + PASSWORD + ", or typed");
        }
        return new String(typed);
    }
}
