package io.kakou.app.cli.trucks;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.cli.files.FilesToSend;
import io.kakou.app.remote.ConsoleAway;
import io.kakou.app.remote.ConsoleClient;
import io.kakou.console.trucks.TruckPositions;
import io.kakou.console.trucks.TruckTable;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou trucks import}: tables, each taken whole or not at all. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes tables over into a running system, each whole or not at all, with what is wrong line by line.",
            "Permits and sites add and change what they name, by number; what they do not name stays. Sites first:"
                    + " a permit",
            "whose site or camera is not known yet is taken with a warning. See: kakou trucks template.",
            "The account must see all areas, and be an administrator's; for positions an engineer's will do. Its"
                    + " password is",
            "read from KAKOU_PASSWORD, or asked for. Exit code 1 where a file was refused."
        })
final class TrucksImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV in UTF-8 or GBK, or XLSX.")
    private List<Path> files = List.of();

    @Option(
            names = "--as",
            paramLabel = "KIND",
            defaultValue = "permits",
            completionCandidates = TableKind.Words.class,
            description = "What they hold: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private String kind = "permits";

    @Option(
            names = "--lift",
            paramLabel = "ITEM:MASK",
            description = "positions: the vendor's item and the bits of its value that say that the body is raised, in"
                    + " hexadecimal, as in E3:01.")
    private @Nullable String lift;

    @Option(names = "--dry-run", description = "Only checks and reports.")
    private boolean dryRun;

    @Mixin
    private final ConsoleAccount account;

    @Spec
    private CommandSpec spec;

    TrucksImportCommand() {
        this(System::getenv);
    }

    TrucksImportCommand(Function<String, @Nullable String> environment) {
        this.account = new ConsoleAccount(environment);
    }

    @Override
    public Integer call() {
        TruckTable table = TableKind.of("--as", kind, spec);
        String path = path(table);
        FilesToSend all = FilesToSend.read(files);
        return account.ask(client -> all.oneByOne((file, bytes) -> print(file, send(client, table, path, bytes))));
    }

    private String path(TruckTable table) {
        String query = dryRun ? "try=1" : "";
        if (lift != null) {
            if (table != TruckTable.POSITIONS) {
                throw new ParameterException(
                        spec.commandLine(), "--lift is of positions; allowed: with --as positions");
            }
            try {
                var unused = TruckPositions.Lift.of(lift);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--" + e.getMessage());
            }
            query += "&lift=" + URLEncoder.encode(lift, StandardCharsets.UTF_8);
        }
        return "api/trucks/" + table.word() + "?" + query;
    }

    private static JsonNode send(ConsoleClient client, TruckTable table, String path, byte[] bytes)
            throws ConsoleAway, InterruptedException {
        return table == TruckTable.POSITIONS ? client.post(path, bytes) : client.put(path, bytes);
    }

    private int print(Path file, JsonNode report) {
        PrintWriter out = spec.commandLine().getOut();
        report.path("findings")
                .forEach(finding -> out.printf(
                        Locale.ROOT,
                        "%s:%d: %s%s%n",
                        file,
                        finding.path("line").asInt(),
                        finding.path("refuses").asBoolean() ? "" : "warning: ",
                        finding.path("text").asText()));
        boolean refused = report.has("error");
        if (refused) {
            out.println(file + ": " + report.path("error").asText());
        } else {
            out.printf(
                    Locale.ROOT,
                    "%s: %s; %d lines; %d new, %d changed, %d as before%s%n",
                    file,
                    report.path("form").asText(),
                    report.path("lines").asInt(),
                    report.path("added").asInt(),
                    report.path("changed").asInt(),
                    report.path("same").asInt(),
                    dryRun ? "; a dry run" : "");
        }
        out.flush();
        return refused ? CommandFailure.EXIT_CODE : 0;
    }
}
