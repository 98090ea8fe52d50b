package io.kakou.app.cli.camera;

import io.kakou.app.check.CameraCheck;
import io.kakou.app.check.CheckFailed;
import io.kakou.app.check.CheckReport;
import io.kakou.app.cli.end.CommandFailure;
import io.kakou.app.cli.watch.CameraName;
import io.kakou.rtsp.RtspAddress;
import io.kakou.rtsp.RtspLoops;
import io.kakou.rtsp.vendor.StreamPlace;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou camera check}: whether a camera can be used, and what would make it better. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Opens an RTSP camera, looks at it for some seconds and prints what it sends, with advice.",
            "Exit code 1 with the stage that failed where it gives no picture."
        })
final class CameraCheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "URL", description = "rtsp://[user:password@]host[:port]/path")
    private String url = "";

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "8",
            description = "Video to look at after the first keyframe; ${DEFAULT-VALUE} s.")
    private double seconds;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RtspAddress address = RtspAddress.of(CameraName.ofUrl(url), url);
        try (RtspLoops loops = new RtspLoops(1, InstantSource.system())) {
            CameraCheck check = new CameraCheck(loops, seconds);
            loops.start();
            print(check.run(address));
            return 0;
        } catch (CheckFailed e) {
            throw new CommandFailure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("stopped", e);
        }
    }

    private void print(CheckReport report) {
        PrintWriter out = spec.commandLine().getOut();
        line(out, "codec", "%s %s", report.codec(), report.profile() == null ? "(profile unknown)" : report.profile());
        line(out, "offers", "%s", report.offer());
        line(out, "audio", report.offer().contains("audio") ? "yes, not used" : "no");
        line(out, "transport", "%s", report.transport());
        line(out, "resolution", report.width() == 0 ? "unknown" : "%d×%d", report.width(), report.height());
        line(out, "frames", "%.1f a second", report.framesPerSecond());
        line(out, "bitrate", "%.0f kb/s", report.kilobitsPerSecond());
        if (report.gopSeconds() == null) {
            line(out, "GOP", "longer than %.1f s", report.seconds());
        } else {
            line(out, "GOP", "%.1f s, %d frames", report.gopSeconds(), report.gopFrames());
        }
        if (report.clockOffsetSeconds() == null) {
            line(out, "clock", "unknown: no sender reports that make sense");
        } else {
            line(out, "clock", "%+.2f s from ours", report.clockOffsetSeconds());
        }
        if (report.clockDriftPpm() != null) {
            line(out, "drift", "%+.0f ppm, %+.1f s a day", report.clockDriftPpm(), report.clockDriftPpm() * 0.0864);
        }
        line(
                out,
                "start",
                "playing after %.2f s, first keyframe after %.2f s",
                report.connectSeconds(),
                report.keyframeSeconds());
        StreamPlace.of(url).ifPresent(place -> line(out, "address", "%s", place.advice()));
        report.advice().forEach(advice -> line(out, "advice", "%s", advice));
    }

    private static void line(PrintWriter out, String name, String format, Object... values) {
        out.printf(Locale.ROOT, "%-11s", name);
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }
}
