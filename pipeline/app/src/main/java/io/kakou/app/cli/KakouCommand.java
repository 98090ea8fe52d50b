package io.kakou.app.cli;

import io.kakou.app.cli.camera.CameraCommand;
import io.kakou.app.cli.camera.CamerasCommand;
import io.kakou.app.cli.cluster.ClusterCommand;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.cli.footage.FootageCommand;
import io.kakou.app.cli.judge.JudgeCommand;
import io.kakou.app.cli.lifts.LiftsCommand;
import io.kakou.app.cli.models.ModelsCommand;
import io.kakou.app.cli.replay.ReplayCommand;
import io.kakou.app.cli.rooms.RoomsCommand;
import io.kakou.app.cli.rule.RuleCommand;
import io.kakou.app.cli.sample.SamplesCommand;
import io.kakou.app.cli.trucks.TrucksCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou}: the commands by name. */
@Command(
        name = "kakou",
        mixinStandardHelpOptions = true,
        version = "kakou 0.1.0",
        description = {
            "Watches checkpoint cameras and tells the right command room within seconds.",
            "Start with: kakou demo, or kakou judge FILE --kind lift"
        },
        subcommands = {
            DemoCommand.class,
            JudgeCommand.class,
            RunCommand.class,
            AnalysisCommand.class,
            ThinCommand.class,
            CameraCommand.class,
            CamerasCommand.class,
            ClusterCommand.class,
            FootageCommand.class,
            LiftsCommand.class,
            ModelsCommand.class,
            ReplayCommand.class,
            RoomsCommand.class,
            RuleCommand.class,
            SamplesCommand.class,
            TrucksCommand.class,
            RoleCommand.class
        })
public final class KakouCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs one command line and returns its exit code. */
    public static int run(String... words) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        return run(out, new PrintWriter(System.err, true, StandardCharsets.UTF_8), words);
    }

    /** The same, told to somebody else than the process's own standard output and error. */
    public static int run(PrintWriter out, PrintWriter err, String... words) {
        CommandLine line = new CommandLine(new KakouCommand());
        line.setOut(out);
        line.setErr(err);
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
        line.setParameterExceptionHandler((wrong, given) -> wrong(wrong));
        return line.execute(joined(words));
    }

    /** {@code run … --thin} is a command of its own: what it needs has nothing in common with {@code run}. */
    private static String[] joined(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        if (all.isEmpty() || !all.get(0).equals("run") || !all.remove("--thin")) {
            return words;
        }
        all.set(0, ThinCommand.NAME);
        return all.toArray(String[]::new);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }

    /** What went wrong in one line; where it is a bug of ours, its trace too. */
    private static int failed(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof CommandFailure) {
            command.getErr().println("kakou: " + failure.getMessage());
            return CommandFailure.EXIT_CODE;
        }
        if (failure instanceof IllegalArgumentException) {
            // A settings record refused a value: it names the key, the value and what is allowed.
            command.getErr().println("kakou: " + failure.getMessage());
            return command.getCommandSpec().exitCodeOnInvalidInput();
        }
        throw failure;
    }

    private static int wrong(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("kakou: " + wrong.getMessage());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }
}
