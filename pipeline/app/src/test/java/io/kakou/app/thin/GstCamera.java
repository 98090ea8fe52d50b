package io.kakou.app.thin;

import static org.junit.jupiter.api.Assumptions.abort;

import io.kakou.rtsp.Codec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A camera that others wrote: gst-rtsp-server in a process of its own, which ends with its standard input. */
public final class GstCamera implements AutoCloseable {
    private static final Path SCRIPT = Path.of("../../rtsp-adapters/src/test/resources/io/kakou/rtsp/gst_camera.py");

    private final Process process;
    private final String port;

    /** One that shows each client a file of H.264, H.265 or JPEG from its first picture. */
    public GstCamera(Path file, Codec codec) throws IOException {
        process = started(file, codec);
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String first = said.readLine();
        port = first == null ? abort("needs program: python3 with gst-rtsp-server does not run here") : first;
    }

    private static Process started(Path file, Codec codec) throws IOException {
        try {
            return new ProcessBuilder("/usr/bin/python3", SCRIPT.toString(), "--codec", codec.name(), file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return abort("needs program: /usr/bin/python3");
        }
    }

    public String url() {
        return "rtsp://127.0.0.1:" + port + "/cam";
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}
