package io.kakou.app.cli.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.remote.ConsoleClient;
import io.kakou.console.coordinates.CoordinateSystem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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

/** {@code kakou rooms import}: each file in the place of all there was of its kind. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes files over into a running system, each in the place of all there was of its kind, or not at all.",
            "Roads: GeoJSON (LineString features with id and name), or CSV or XLSX with the columns"
                    + " road,name,order,camera (道路编号, 道路名称, 次序, 点位编号).",
            "Clocks, calendars, rotas, second owners: YAML or JSON; see: kakou rooms template.",
            "The account's password is read from KAKOU_PASSWORD, or asked for. Exit code 1 where a file was refused."
        })
final class RoomsImportCommand implements Callable<Integer> {
    private static final List<String> ROOMS = List.of("yml", "yaml", "json");
    private static final List<String> ROADS = List.of("geojson", "csv", "xlsx");

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "*.yml, *.yaml, *.json; *.geojson, *.csv, *.xlsx.")
    private List<Path> files = List.of();

    @Option(names = "--dry-run", description = "Only checks and reports.")
    private boolean dryRun;

    @Option(
            names = "--crs",
            paramLabel = "SYSTEM",
            defaultValue = "wgs84",
            description = "What drawn roads were measured in: wgs84 (GPS), gcj02 (Amap, Tencent), bd09 (Baidu);"
                    + " ${DEFAULT-VALUE}")
    private String crs = "wgs84";

    @Option(
            names = "--metres",
            paramLabel = "N",
            defaultValue = "40",
            description = "A camera so near to a drawn road stands on it, 1 to 500; ${DEFAULT-VALUE}")
    private int metres = 40;

    @Mixin
    private final ConsoleAccount account;

    @Spec
    private CommandSpec spec;

    RoomsImportCommand() {
        this(System::getenv);
    }

    RoomsImportCommand(Function<String, @Nullable String> environment) {
        this.account = new ConsoleAccount(environment);
    }

    @Override
    public Integer call() {
        if (CoordinateSystem.of(crs).isEmpty()) {
            throw wrong("--crs is \"" + crs + "\"; allowed: wgs84 (GPS), gcj02 (Amap, Tencent), bd09 (Baidu)");
        }
        List<String> paths = files.stream().map(this::path).toList();
        List<byte[]> bytes = files.stream().map(RoomsImportCommand::bytes).toList();
        ConsoleClient client = account.client();
        return account.ask(client, signed -> {
            int code = 0;
            for (int i = 0; i < paths.size(); i++) {
                code = Math.max(code, print(files.get(i), signed.put(paths.get(i), bytes.get(i))));
            }
            return code;
        });
    }

    private String path(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        String dry = dryRun ? "try=1" : "";
        if (ROOMS.contains(ending)) {
            return "api/rooms?" + dry;
        } else if (ROADS.contains(ending)) {
            return "api/roads?crs=" + crs + "&metres=" + metres + "&" + dry;
        }
        throw wrong(file + " ends in \"" + ending + "\"; allowed: " + String.join(", ", ROOMS) + ", "
                + String.join(", ", ROADS));
    }

    private ParameterException wrong(String line) {
        return new ParameterException(spec.commandLine(), line);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read", e);
        }
    }

    private int print(Path file, JsonNode report) {
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
                "%s: %s; %d new, %d changed, %d removed%s%n",
                file,
                report.path("records")
                        .toString()
                        .replaceAll("[{}\"]", "")
                        .replace(":", " ")
                        .replace(",", ", "),
                report.path("added").size(),
                report.path("changed").size(),
                report.path("removed").size(),
                dryRun ? "; a dry run" : "");
        out.flush();
        return 0;
    }
}
