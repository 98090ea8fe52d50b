package io.kakou.app.cli.camera;

import io.kakou.app.remote.ConsoleAway;
import io.kakou.app.remote.ConsoleClient;
import java.io.Console;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the console is and who asks it, as the commands that do so take it. */
final class ConsoleAccount {
    static final String PASSWORD = "KAKOU_PASSWORD";

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
            description = "An engineer's or an administrator's account; ${DEFAULT-VALUE}")
    private String user = "";

    private final Function<String, @Nullable String> environment;

    ConsoleAccount(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /**
     * Who asks the console; nothing was asked yet.
     *
     * @throws IllegalArgumentException where the address is none
     */
    ConsoleClient client() {
        return new ConsoleClient(console);
    }

    /** Begins a session, with the password from the environment, or as it is typed. */
    ConsoleClient signIn(ConsoleClient client, CommandLine line) throws ConsoleAway, InterruptedException {
        client.signIn(user, password(line));
        return client;
    }

    @SuppressWarnings("SystemConsoleNull") // From JDK 22 there is one without a terminal too, which reads nothing.
    private String password(CommandLine line) {
        String given = environment.apply(PASSWORD);
        if (given != null) {
            return given;
        }
        Console terminal = System.console();
        char[] typed = terminal == null ? null : terminal.readPassword("Password: ");
        if (typed == null) {
            throw new ParameterException(
                    line, "no password; allowed: in the environment as " + PASSWORD + ", or typed");
        }
        return new String(typed);
    }
}
