package io.kakou.benchmarks.interop;

import io.kakou.benchmarks.process.Child;
import io.kakou.benchmarks.process.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** gst-rtsp-server, by its Python binding. */
record GstServer(Child process, String url) implements ServedFilm {
    /** The system's own: the binding is installed for no other. */
    private static final String PYTHON = "/usr/bin/python3";

    private static final String SCRIPT = "gst_camera.py";
    private static final double START_SECONDS = 30;

    static @Nullable String program() throws InterruptedException {
        try {
            Path folder = Files.createTempDirectory("kakou-gst");
            Path script = script(folder);
            try {
                return Program.run(List.of(PYTHON, script.toString(), "--check"))
                        .strip();
            } finally {
                Files.delete(script);
                Files.delete(folder);
            }
        } catch (IOException e) {
            return null;
        }
    }

    static GstServer start(CodedFilm film, Path folder) throws IOException, InterruptedException {
        List<String> words = List.of(
                PYTHON,
                script(folder).toString(),
                "--codec",
                film.codec().name(),
                film.file().toString());
        Child process = Child.program("gst-rtsp-server", words);
        try {
            return new GstServer(process, "rtsp://127.0.0.1:" + process.line(START_SECONDS) + "/cam");
        } catch (IOException | InterruptedException e) {
            process.close();
            throw e;
        }
    }

    private static Path script(Path folder) throws IOException {
        Path file = folder.resolve(SCRIPT);
        try (InputStream text =
                Objects.requireNonNull(GstServer.class.getResourceAsStream("/io/kakou/rtsp/" + SCRIPT))) {
            Files.copy(text, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }

    @Override
    public void close() {
        process.close();
    }
}
