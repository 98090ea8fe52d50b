package io.kakou.app.cli.judge;

import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.LookLog;
import io.kakou.analysis.plate.PlateSighting;
import io.kakou.analysis.watch.FileWatch;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.Camera;
import io.kakou.events.LabelledBox;
import io.kakou.events.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What {@code kakou judge} tells of the files it judges, as it goes. */
final class JudgeReport implements AutoCloseable {
    private final JudgeOutput wanted;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Progress progress;
    private final @Nullable LookPictures pictures;
    private final @Nullable Writer looks;
    private String file = "";
    private String camera = "";
    private long started;
    private long looked;
    private long detected;
    private long unknown;
    private long alerts;

    /** Opens what is to be written to, so that a folder that cannot be written is known before the work is done. */
    JudgeReport(JudgeOutput wanted, CommandLine line) {
        this.wanted = wanted;
        this.out = line.getOut();
        this.err = line.getErr();
        this.progress = new Progress(err);
        this.pictures = wanted.pictures() == null ? null : new LookPictures(wanted.pictures());
        this.looks = wanted.looks() == null ? null : writer(wanted.looks());
    }

    private static Writer writer(Path file) {
        try {
            return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandFailure("--looks " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    void begin(Path path, Camera whose) {
        file = path.toString();
        camera = whose.id();
        started = System.nanoTime();
        looked = detected = unknown = alerts = 0;
        if (pictures != null) {
            pictures.begin(whose);
        }
    }

    void look(FileWatch footage, FileWatch.Seen seen) {
        var judged = seen.judged();
        Depth depth = judged.look().depth();
        looked++;
        detected += depth == Depth.DETECTED ? 1 : 0;
        unknown += depth == Depth.UNKNOWN ? 1 : 0;
        List<LabelledBox> boxes =
                judged.judgement().detections().stream().map(JudgeLine::box).toList();
        if (wanted.detections()) {
            var line = JudgeLine.Looked.of(judged.look(), camera, boxes, file);
            tell(line, line.words());
        }
        judged.judgement().alerts().forEach(this::alert);
        for (PlateSighting sighting : judged.judgement().plates()) {
            var line = JudgeLine.Plate.of(sighting, camera, file);
            tell(line, line.words());
        }
        if (pictures != null && depth == Depth.DETECTED) {
            pictures.write(seen, boxes);
        }
        log(LookLog.line(judged.dated().entry()));
        if (progress.due()) {
            progress.show(soFar(footage));
        }
    }

    private void alert(Alert alert) {
        if (alert.phase() == AlertPhase.RAISED) {
            alerts++;
            var line = JudgeLine.Raised.of(alert, file);
            tell(line, line.words());
        } else if (wanted.releases()) {
            var line = JudgeLine.Released.of(alert, file);
            tell(line, line.words());
        }
    }

    private void tell(Record line, String words) {
        progress.clear();
        out.println(wanted.json() ? new String(Json.write(line), StandardCharsets.UTF_8) : words);
    }

    private void log(String line) {
        if (looks == null) {
            return;
        }
        try {
            looks.write(line + "\n");
        } catch (IOException e) {
            throw new CommandFailure("--looks " + wanted.looks() + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** Also for a file that broke off: what was seen of it counts. */
    void end(FileWatch footage) {
        progress.clear();
        err.println(soFar(footage) + damage(footage));
    }

    private String soFar(FileWatch footage) {
        return String.format(
                Locale.ROOT,
                "%s: %s%d looks, %d detections, %d alerts",
                file,
                footage.isStill() ? "a still picture, " : timeSoFar(footage),
                looked,
                detected,
                alerts);
    }

    private String timeSoFar(FileWatch footage) {
        double took = (System.nanoTime() - started) / 1e9;
        String of = Double.isNaN(footage.length()) ? "" : String.format(Locale.ROOT, " of %.0f s", footage.length());
        double times = footage.seconds() / took;
        return String.format(Locale.ROOT, "%.1f s%s, %.0f× real time, ", footage.seconds(), of, times);
    }

    private String damage(FileWatch footage) {
        String torn = footage.damaged() == 0 ? "" : ", " + footage.damaged() + " damaged pictures";
        return unknown == 0 ? torn : torn + ", " + unknown + " looks at pictures that cannot be judged";
    }

    @Override
    public void close() {
        try {
            if (looks != null) {
                looks.close();
            }
        } catch (IOException e) {
            throw new CommandFailure("--looks " + wanted.looks() + " cannot be written: " + e.getMessage(), e);
        }
    }
}
