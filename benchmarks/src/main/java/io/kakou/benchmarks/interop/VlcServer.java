package io.kakou.benchmarks.interop;

import io.kakou.app.embedded.LoopbackPorts;
import io.kakou.benchmarks.process.Child;
import io.kakou.benchmarks.process.Program;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** VLC without a window, which shows a film twice and ends. */
record VlcServer(Child process, String url) implements ServedFilm {
    private static final List<String> QUIETLY = List.of("-I", "dummy", "--ignore-config", "--no-color");
    /** VLC refuses to run as root; there it runs as nobody, who has no home. */
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/nonexistent");

    private static final Pattern VERSION = Pattern.compile("VLC version (\\S+)");

    /** Of a packet of 1,400 bytes. */
    private static final int PAYLOAD_BYTES = 1388;

    /** Behind the two headers of a fragment (RFC 7798 §4.4.3). */
    private static final int FRAGMENT_BYTES = PAYLOAD_BYTES - 3;

    static @Nullable String program() throws InterruptedException {
        try {
            boolean shows = Program.run(words("--list")).contains("stream_out_rtp");
            Matcher version = VERSION.matcher(shows ? Program.run(words("--version")) : "");
            return version.find() ? "VLC " + version.group(1) : null;
        } catch (IOException e) {
            return null;
        }
    }

    static VlcServer start(CodedFilm film) throws IOException {
        String url = "rtsp://127.0.0.1:" + LoopbackPorts.free() + "/cam";
        String file = film.file().toString();
        // Twice: at the end of all VLC throws away what waits to be sent, the last second and a half.
        List<String> words = words("--rtsp-host=127.0.0.1", "--sout-keep", file, file, "vlc://quit");
        words.addAll(List.of("--sout", "#gather:rtp{sdp=" + url + "}"));
        return new VlcServer(Child.program("vlc", words), url);
    }

    /**
     * What VLC 3.0 sends of an H.265 unit: it counts fragments for H.264's shorter headers, and of some sizes the last
     * bytes are in none.
     *
     * @param bytes of the unit
     * @return those that are sent
     */
    static int sent(int bytes) {
        int fragments = (bytes - 1 + FRAGMENT_BYTES) / (FRAGMENT_BYTES + 1);
        boolean whole = bytes <= PAYLOAD_BYTES || 2 + fragments * FRAGMENT_BYTES >= bytes;
        return whole ? bytes : 2 + fragments * FRAGMENT_BYTES;
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
