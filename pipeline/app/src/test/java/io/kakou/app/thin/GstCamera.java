package io.kakou.app.thin;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A camera that others wrote: gst-rtsp-server in a process of its own, which ends with its standard input. */
final class GstCamera implements AutoCloseable {
    private static final Path SCRIPT = Path.of("../../rtsp-adapters/src/test/resources/io/kakou/rtsp/gst_camera.py");

    private final Process process;
    private final String port;

    GstCamera(Path file) throws IOException {
        process = started(file);
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String first = said.readLine();
        port = first == null ? abort("needs program: python3 with gst-rtsp-server does not run here") : first;
    }

    private static Process started(Path file) throws IOException {
        try {
            return new ProcessBuilder("/usr/bin/python3", SCRIPT.toString(), file.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return abort("needs program: /usr/bin/python3");
        }
    }

    String url() {
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
