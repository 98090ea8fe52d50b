package io.kakou.console.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kakou.console.refusal.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginsTest {
    @ParameterizedTest
    @CsvSource({
        "rtsp://10.0.0.9/sub, rtsp://10.0.0.9/sub,",
        "rtsp://u:p@10.0.0.9:554/sub, rtsp://10.0.0.9:554/sub, u:p",
        "rtsp://u:p%40q@10.0.0.9/sub, rtsp://10.0.0.9/sub, u:p@q",
        "rtsp://u:p@q@10.0.0.9/sub, rtsp://10.0.0.9/sub, u:p@q",
        "rtsp://u:a+b@10.0.0.9/sub, rtsp://10.0.0.9/sub, u:a+b",
        "rtsp://u:p%zz@10.0.0.9/sub, rtsp://10.0.0.9/sub, u:p%zz",
        "rtsp://10.0.0.9/user@place, rtsp://10.0.0.9/user@place,",
        "rtsps://u:p@10.0.0.9, rtsps://10.0.0.9, u:p"
    })
    void an_address_is_parted_from_its_login(String pasted, String address, String login) {
        assertThat(Logins.part("subStream", pasted)).isEqualTo(new Logins(address, login));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.9", "http://10.0.0.9/", "rtsp://", "rtsp:///sub", "rtsp://a b/sub"})
    void what_is_no_address_is_refused_without_quoting_it(String pasted) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Logins.part("subStream", pasted))
                .satisfies(refusal -> assertThat(refusal.line()).contains("rtsp://host"));
    }
}
