package io.kakou.app.cli.rooms;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import io.kakou.app.cli.files.FilesToSend;
import io.kakou.app.cli.files.ReplacementReport;
import io.kakou.console.coordinates.CoordinateSystem;
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
        // One whose name says nothing is refused before any is read.
        var unused = files.stream().map(this::path).toList();
        FilesToSend all = FilesToSend.read(files);
        return account.ask(client -> all.oneByOne((file, bytes) -> print(file, client.put(path(file), bytes))));
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

    private int print(Path file, JsonNode report) {
        String records = report.path("records")
                .toString()
                .replaceAll("[{}\"]", "")
                .replace(":", " ")
                .replace(",", ", ");
        return ReplacementReport.print(spec.commandLine().getOut(), file, report, records, dryRun);
    }
}
