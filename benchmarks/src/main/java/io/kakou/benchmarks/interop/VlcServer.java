package io.kakou.benchmarks.interop;

import io.kakou.app.embedded.LoopbackPorts;
import io.kakou.benchmarks.process.Child;
import io.kakou.benchmarks.process.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** VLC without a window, which shows a film once. */
record VlcServer(Child process, String url) implements ServedFilm {
    private static final List<String> QUIETLY = List.of("-I", "dummy", "--ignore-config", "--no-color");
    /** VLC refuses to run as root; there it runs as nobody, who has no home. */
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/nonexistent");

    static @Nullable String program() throws InterruptedException {
        try {
            boolean shows = Program.run(words("--list")).contains("stream_out_rtp");
            return shows
                    ? Program.run(words("--version"))
                            .lines()
                            .filter(line -> line.startsWith("VLC version"))
                            .findFirst()
                            .orElse("VLC")
                    : null;
        } catch (IOException e) {
            return null;
        }
    }

    static VlcServer start(CodedFilm film) throws IOException {
        String url = "rtsp://127.0.0.1:" + LoopbackPorts.free() + "/cam";
        List<String> words =
                words("--rtsp-host=127.0.0.1", film.file().toString(), "--sout", "#rtp{sdp=" + url + "}", "vlc://quit");
        return new VlcServer(Child.program("vlc", words), url);
    }

    private static List<String> words(String... more) {
        List<String> words = new ArrayList<>("root".equals(System.getProperty("user.name")) ? AS_NOBODY : List.of());
        words.add("vlc");
        words.addAll(QUIETLY);
        words.addAll(List.of(more));
        return words;
    }

    @Override
    public void close() {
        process.close();
    }
}
