package io.kakou.benchmarks.interop;

import io.kakou.benchmarks.process.Child;
import io.kakou.benchmarks.process.Program;
import io.kakou.rtsp.Transport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The {@code ffmpeg} program, which pushes a film as it is coded to a relay. */
record PushedFilm(Relay relay, Child process) implements ServedFilm {
    private static final double START_SECONDS = 30;

    static @Nullable String program() throws InterruptedException {
        try {
            return Program.run(List.of("ffmpeg", "-version"))
                    .lines()
                    .findFirst()
                    .orElse("")
                    .replaceFirst(" Copyright.*", "");
        } catch (IOException e) {
            return null;
        }
    }

    static PushedFilm start(CodedFilm film, Transport transport) throws IOException {
        Relay relay = new Relay();
        try {
            relay.start();
            String transportWord = transport.name().toLowerCase(Locale.ROOT);
            List<String> words = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-re"));
            words.addAll(List.of("-i", film.file().toString(), "-c", "copy"));
            words.addAll(List.of("-f", "rtsp", "-rtsp_transport", transportWord, relay.door()));
            return new PushedFilm(relay, Child.program("ffmpeg", words));
        } catch (IOException | RuntimeException e) {
            relay.close();
            throw e;
        }
    }

    @Override
    public String url() throws IOException, InterruptedException {
        return relay.url(START_SECONDS);
    }

    @Override
    public void close() {
        process.close();
        relay.close();
    }
}
