package io.kakou.app.cli.camera;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.account.ConsoleAccount;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.remote.ConsoleClient;
import io.kakou.console.coordinates.CoordinateSystem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** {@code kakou cameras import}: a street's cameras out of one file. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes a file of cameras over into a running system: all of them, or none where a line is refused.",
            "CSV in UTF-8 or GBK, or XLSX; columns by their heading, in Chinese or English, in any order:",
            "编号 id, 名称 name, 类型 kind, 经度 longitude, 纬度 latitude, 主码流 main, 子码流 sub, 用户名 user,"
                    + " 密码 password, 国标编码 gbCode.",
            "The account's password is read from KAKOU_PASSWORD, or asked for. Exit code 1 where nothing was taken over."
        })
final class CamerasImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "See: kakou cameras template.")
    private Path file;

    @Option(
            names = "--crs",
            paramLabel = "SYSTEM",
            description = "What the places were measured in: wgs84 (GPS), gcj02 (Amap, Tencent), bd09 (Baidu).")
    private @Nullable String crs;

    @Option(names = "--dry-run", description = "Only checks and reports.")
    private boolean dryRun;

    @Option(names = "--keep", description = "Passes over cameras that are there already, instead of refusing them.")
    private boolean keep;

    @Mixin
    private final ConsoleAccount account;

    @Spec
    private CommandSpec spec;

    CamerasImportCommand() {
        this(System::getenv);
    }

    CamerasImportCommand(Function<String, @Nullable String> environment) {
        this.account = new ConsoleAccount(environment);
    }

    @Override
    public Integer call() {
        String query = query();
        try {
            ConsoleClient client = account.client();
            byte[] bytes = Files.readAllBytes(file);
            JsonNode report = account.ask(client, signed -> signed.importCameras(bytes, query));
            print(report);
            return report.path("refused").asInt() == 0 ? 0 : CommandFailure.EXIT_CODE;
        } catch (IOException e) {
            throw new CommandFailure(file + " cannot be read", e);
        }
    }

    private String query() {
        CoordinateSystem system = CoordinateSystem.of(crs == null ? "" : crs)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        (crs == null ? "--crs is missing" : "--crs is \"" + crs + "\"")
                                + "; allowed: wgs84 (GPS), gcj02 (Amap, Tencent), bd09 (Baidu)"));
        return "crs=" + system.name().toLowerCase(Locale.ROOT) + "&mode=" + (dryRun ? "check" : "import") + "&existing="
                + (keep ? "keep" : "refuse");
    }

    private void print(JsonNode report) {
        PrintWriter out = spec.commandLine().getOut();
        for (JsonNode finding : report.path("findings")) {
            int line = finding.path("line").asInt();
            out.printf(
                    Locale.ROOT,
                    "%s  %s  %s%n",
                    line == 0 ? "file     " : String.format(Locale.ROOT, "line %-4d", line),
                    finding.path("refuses").asBoolean() ? "refused" : "warning",
                    finding.path("text").asText());
        }
        int more = report.path("refused").asInt()
                + report.path("warned").asInt()
                - report.path("findings").size();
        if (more > 0) {
            out.printf(Locale.ROOT, "and %d more%n", more);
        }
        out.printf(Locale.ROOT, "%s, %s%n", report.path("form").asText(), verdict(report));
        out.flush();
    }

    private String verdict(JsonNode report) {
        int refused = report.path("refused").asInt();
        String read = String.format(
                Locale.ROOT,
                "places in %s: %d lines, %d there already, %d ready, %d refused",
                report.path("coordinates").asText(),
                report.path("lines").asInt(),
                report.path("kept").asInt(),
                report.path("ready").asInt(),
                refused);
        if (refused > 0) {
            return read + "; nothing was imported";
        }
        return dryRun
                ? read + "; a dry run"
                : read + "; imported " + report.path("imported").asInt();
    }
}
