package io.kakou.app.cli.camera;

import io.kakou.app.cli.end.CommandFailure;
import io.kakou.rtsp.onvif.OnvifAddress;
import io.kakou.rtsp.onvif.OnvifCamera;
import io.kakou.rtsp.onvif.OnvifException;
import io.kakou.rtsp.onvif.OnvifStreams;
import io.kakou.rtsp.onvif.OnvifStreams.Lens;
import io.kakou.rtsp.onvif.OnvifStreams.Stream;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kakou camera find}: a camera's two addresses, from the camera itself. */
@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        description = {
            "Asks a camera or a recorder by ONVIF (Profile S and T) for its RTSP addresses, and gives advice.",
            "Exit code 1 in one line where it does not answer."
        })
final class CameraFindCommand implements Callable<Integer> {
    private static final double MOST_OFF_SECONDS = 2;
    private static final double PATIENCE_SECONDS = 8;

    @Parameters(
            paramLabel = "ADDRESS",
            description = "onvif://user:password@host[:port], or http://user:password@host[:port]/onvif/device_service")
    private String address = "";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        OnvifAddress at = OnvifAddress.of(address);
        try {
            OnvifStreams found = new OnvifCamera(at, PATIENCE_SECONDS, InstantSource.system()).find();
            found.lenses().forEach(lens -> print(lens, found.lenses().size() > 1));
            adviseOnClock(found.clockOffsetSeconds());
            return 0;
        } catch (OnvifException e) {
            throw new CommandFailure(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("stopped", e);
        }
    }

    private void print(Lens lens, boolean named) {
        if (named) {
            line("lens", lens.source());
        }
        line("main", words(lens.main()));
        Stream sub = lens.sub();
        line("sub", sub == null ? "none" : words(sub));
        if (sub == null) {
            line("advice", "it has one stream alone: add a sub stream of 640×360, or all of it is decoded all day");
        } else if (!sub.small()) {
            line("advice", "the sub stream is larger than 640×360: make it so small, or it costs more than it shows");
        }
        if (sub != null && sub.h265()) {
            line("advice", "the sub stream is H.265, which costs more and which not every browser plays: set H.264");
        }
    }

    private void adviseOnClock(@Nullable Double offset) {
        if (offset == null) {
            line("clock", "unknown");
            return;
        }
        line("clock", String.format(Locale.ROOT, "%+.1f s from ours", offset));
        if (Math.abs(offset) > MOST_OFF_SECONDS) {
            line("advice", "give it a time server (NTP)");
        }
    }

    private static String words(Stream stream) {
        String size = stream.width() == 0 ? "size unknown" : stream.width() + "×" + stream.height();
        return stream.address() + "  " + stream.codec() + " " + size;
    }

    private void line(String name, String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%-8s%s%n", name, text);
        out.flush();
    }
}
