package io.kakou.console.cameras.file;

import io.kakou.console.areas.AreaMap;
import io.kakou.console.areas.Areas;
import io.kakou.console.areas.Scope;
import io.kakou.console.cameras.Cameras;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.sheet.Sheet;
import io.kakou.console.sheet.Sheet.Line;
import io.kakou.console.sheet.SheetReader;
import io.kakou.console.sheet.UnreadableSheet;
import io.kakou.events.Camera;
import io.kakou.events.secret.SecretBox;
import java.util.List;

/** Takes a file of cameras over. */
public final class CameraImport {
    private final Cameras cameras;
    private final Areas areas;
    private final SecretBox secrets;

    /** What a file is held against. */
    record Ground(Cameras.Known known, AreaMap areas, Scope scope, SecretBox secrets) {}

    /** A report, and the cameras that can be taken over. */
    record Checked(ImportReport report, List<Camera> ready) {
        Checked {
            ready = List.copyOf(ready);
        }
    }

    public CameraImport(Cameras cameras, Areas areas, SecretBox secrets) {
        this.cameras = cameras;
        this.areas = areas;
        this.secrets = secrets;
    }

    /** A file to begin with: CSV in UTF-8 with a byte order mark, a heading and one camera. */
    public static String template() {
        return Heading.template();
    }

    /**
     * Checks the file and, where that is asked and no line is refused, takes all of it over in one transaction.
     *
     * @param file CSV in UTF-8 or GBK, or XLSX
     * @throws Refusal where it is no table, or somebody was faster with one of the ids
     */
    public ImportReport run(byte[] file, ImportRequest request, Scope scope) {
        Checked checked = check(file, request, new Ground(cameras.known(), areas.map(), scope, secrets));
        return request.mode() == ImportRequest.Mode.CHECK || checked.report().refused() > 0
                ? checked.report()
                : checked.report().withImported(cameras.addAll(checked.ready(), scope));
    }

    static Checked check(byte[] file, ImportRequest request, Ground ground) {
        Sheet sheet = sheet(file);
        Findings findings = new Findings();
        Heading heading = new Heading(sheet.lines().get(0), findings);
        List<Line> lines = sheet.lines().subList(1, sheet.lines().size());
        Newcomers newcomers = new Newcomers(ground, request.existing(), findings);
        // Under a heading that is not understood every line would be told for the same reason.
        for (Line line : findings.refused() > 0 ? List.<Line>of() : lines) {
            new CameraLine(heading, line, findings)
                    .read(request.coordinates(), ground.secrets())
                    .ifPresent(camera -> newcomers.add(line.number(), camera));
        }
        newcomers.lookBack();
        ImportReport report = new ImportReport(
                sheet.form().words(),
                request.coordinates().name(),
                lines.size(),
                newcomers.kept(),
                newcomers.ready().size(),
                0,
                findings.refused(),
                findings.warned(),
                findings.told());
        return new Checked(report, newcomers.ready());
    }

    private static Sheet sheet(byte[] file) {
        try {
            return SheetReader.read(file);
        } catch (UnreadableSheet e) {
            throw Refusal.badRequest(e.reason());
        }
    }
}
