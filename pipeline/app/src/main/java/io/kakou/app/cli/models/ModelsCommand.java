package io.kakou.app.cli.models;

import io.kakou.app.cli.turn.ModelsBackCommand;
import io.kakou.app.cli.turn.ModelsListCommand;
import io.kakou.app.cli.turn.ModelsUseCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou models}: the models of our own. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = {
            "Trains models on labelled pictures, says how good they are, and has a running system's cameras looked at with them."
        },
        subcommands = {
            ModelsCalibrateCommand.class,
            ModelsTrainCommand.class,
            ModelsEvaluateCommand.class,
            ModelsListCommand.class,
            ModelsUseCommand.class,
            ModelsBackCommand.class
        })
public final class ModelsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "nothing to do; allowed: calibrate, train, evaluate, list, use, back");
    }
}
