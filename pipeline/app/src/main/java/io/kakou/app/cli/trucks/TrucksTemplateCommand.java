package io.kakou.app.cli.trucks;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou trucks template}: a table to begin with. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = "Prints a table to begin with, in CSV; its lines are examples. Spreadsheets may save it as XLSX.")
final class TrucksTemplateCommand implements Runnable {
    @Parameters(
            paramLabel = "KIND",
            arity = "0..1",
            defaultValue = "permits",
            completionCandidates = TableKind.Words.class,
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private String kind = "permits";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(TableKind.of("KIND", kind, spec).template());
        spec.commandLine().getOut().flush();
    }
}
