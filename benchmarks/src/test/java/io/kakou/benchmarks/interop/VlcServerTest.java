package io.kakou.benchmarks.interop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VlcServerTest {
    /** Sizes as VLC 3.0.24 was seen to send them, to FFmpeg's client as to ours, and their neighbours. */
    @ParameterizedTest
    @CsvSource({"2, 2", "1388, 1388", "2772, 2772", "2773, 2772", "4157, 4157", "4158, 4157", "4160, 4160"})
    void sends_units_of_some_sizes_without_their_last_bytes(int bytes, int sent) {
        assertThat(VlcServer.sent(bytes)).isEqualTo(sent);
    }
}
