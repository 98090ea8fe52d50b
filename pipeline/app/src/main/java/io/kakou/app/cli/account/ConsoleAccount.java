package io.kakou.app.cli.account;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.remote.ConsoleAway;
import io.kakou.app.remote.ConsoleClient;
import java.io.Console;
import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where the console is and who asks it, as the commands that do so take it. */
public final class ConsoleAccount {
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
            description = "An account that may do so; its password is read from " + PASSWORD
                    + ", or asked for; ${DEFAULT-VALUE}")
    private String user = "";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private final Function<String, @Nullable String> environment;

    /** What is done in a session. */
    public interface Work<T> {
        T in(ConsoleClient client) throws ConsoleAway, InterruptedException;
    }

    /** Of whoever started this program. */
    public ConsoleAccount() {
        this(System::getenv);
    }

    /** @param environment where the password may be */
    public ConsoleAccount(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /**
     * Who asks the console; nothing was asked yet.
     *
     * @throws IllegalArgumentException where the address is none
     */
    public ConsoleClient client() {
        return new ConsoleClient(console);
    }

    /** Does something in a session, with the password from the environment, or as it is typed. */
    public <T> T ask(Work<T> work) {
        return ask(client(), work);
    }

    /** The same by a client of this account. */
    public <T> T ask(ConsoleClient client, Work<T> work) {
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
    private String password() {
        String given = environment.apply(PASSWORD);
        if (given != null) {
            return given;
        }
        Console terminal = System.console();
        char[] typed = terminal == null ? null : terminal.readPassword("Password: ");
        if (typed == null) {
            throw new ParameterException(
                    command.commandLine(), "no password; allowed: in the environment as " + PASSWORD + ", or typed");
        }
        return new String(typed);
    }
}
