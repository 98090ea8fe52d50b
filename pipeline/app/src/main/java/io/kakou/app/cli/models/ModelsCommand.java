package io.kakou.app.cli.models;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kakou models}: the models of our own. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description = "Trains models on labelled pictures, and says how good they are.",
        subcommands = {ModelsCalibrateCommand.class, ModelsTrainCommand.class, ModelsEvaluateCommand.class})
public final class ModelsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "nothing to do; allowed: calibrate, train, evaluate");
    }
}
