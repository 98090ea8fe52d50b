package io.kakou.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.kakou.benchmarks.interop.Interop;
import io.kakou.benchmarks.interop.Outcome;
import io.kakou.benchmarks.interop.Server;
import io.kakou.rtsp.Codec;
import io.kakou.rtsp.Transport;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each server, transport and kind of slices once; {@code kakou bench interop} runs them all. */
@SuppressWarnings("NullAway.Init") // JUnit opens it first.
class InteropTest {
    private static final double FILM_SECONDS = 4;

    private static Interop interop;

    @BeforeAll
    static void open() throws IOException {
        interop = Interop.open(FILM_SECONDS);
    }

    @AfterAll
    static void close() throws IOException {
        interop.close();
    }

    @ParameterizedTest
    @CsvSource({"GSTREAMER, TCP, H265", "GSTREAMER, UDP, H264", "FFMPEG, UDP, H265", "VLC, AUTO, H264"})
    void what_is_owed_comes_as_it_is_in_the_film(Server server, Transport transport, Codec codec) throws Exception {
        Interop.Case which = new Interop.Case(server, transport, codec);
        String missing = interop.missing(which);
        assumeTrue(missing == null, missing);

        Outcome outcome = interop.run(which);

        assertThat(outcome.ok()).as(outcome.toString()).isTrue();
    }
}
