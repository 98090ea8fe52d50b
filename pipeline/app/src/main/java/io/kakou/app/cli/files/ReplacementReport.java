package io.kakou.app.cli.files;

import com.fasterxml.jackson.databind.JsonNode;
import io.kakou.app.cli.end.CommandFailure;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;

/** What the console says of a file that takes the place of all there was of its kind. */
public final class ReplacementReport {
    private ReplacementReport() {}

    /**
     * Prints it.
     *
     * @param what the file holds, with how many
     * @return the exit code
     */
    public static int print(PrintWriter out, Path file, JsonNode report, String what, boolean dryRun) {
        report.path("problems").forEach(line -> out.println(file + ": " + line.asText()));
        boolean refused = report.has("error");
        if (refused) {
            out.println(file + ": " + report.path("error").asText());
        } else {
            report.path("findings").properties().forEach(finding -> finding.getValue()
                    .forEach(line -> out.println(file + ": warning: " + finding.getKey() + ": " + line.asText())));
            out.printf(
                    Locale.ROOT,
                    "%s: %s; %d new, %d changed, %d removed%s%n",
                    file,
                    what,
                    report.path("added").size(),
                    report.path("changed").size(),
                    report.path("removed").size(),
                    dryRun ? "; a dry run" : "");
        }
        out.flush();
        return refused ? CommandFailure.EXIT_CODE : 0;
    }
}
