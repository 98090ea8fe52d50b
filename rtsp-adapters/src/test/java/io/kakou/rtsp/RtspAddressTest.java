package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.rtsp.wire.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtspAddressTest {
    @ParameterizedTest
    @CsvSource({
        "rtsp://h, h, 554, rtsp://h",
        "rtsp://h:8554/live?a=b@c, h, 8554, rtsp://h:8554/live?a=b@c",
        "RTSP://u:p@h/x, h, 554, rtsp://h/x",
        "rtsp://u:p@x@10.0.0.3:1/x, 10.0.0.3, 1, rtsp://10.0.0.3:1/x",
        "rtsp://[::1]:9/x, ::1, 9, rtsp://[::1]:9/x",
        "rtsp://[fe80::2]/x, fe80::2, 554, rtsp://[fe80::2]/x",
        "rtsps://u:p@h/x#insecure, h, 322, rtsps://h/x",
        "rtsps://h:8322/x?a=b, h, 8322, rtsps://h:8322/x?a=b",
        "rtsp://h/x#insecure, h, 554, rtsp://h/x#insecure",
    })
    void isReadFromItsUrl(String url, String host, int port, String wire) {
        RtspAddress address = RtspAddress.of("cam", url);
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.port()).isEqualTo(port);
        assertThat(address.url()).isEqualTo(wire);
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://admin:p%40ss%3A+1@h/, admin, p@ss:+1",
        "rtsp://admin@h/, admin, ''",
        "rtsp://admin:50%@h/, admin, 50%",
        "rtsp://a:b:c@h/, a, b:c"
    })
    void credentialsAreDecoded(String url, String user, String password) {
        assertThat(RtspAddress.of("cam", url).credentials()).isEqualTo(new Credentials(user, password));
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/, an address that is not of the form rtsp[s]://host[:port]/path",
        "rtsp://h/a b, an address that is not of the form rtsp[s]://host[:port]/path",
        "rtsp://u:sesame@/x, an address without a host; it is rtsp[s]://host[:port]/path",
        "rtsp://u:sesame@h:0/x, 'port \"0\"; allowed: 1 to 65535'",
        "rtsp://u:sesame@h:x/x, 'port \"x\"; allowed: 1 to 65535'",
        "rtsps://u:sesame@h/x#any, 'trust \"any\"; allowed: nothing, insecure, sha256= and 64 hex digits'",
        "rtsps://u:sesame@h/x#sha256=12, 'trust \"sha256=12\"; allowed: nothing, insecure, sha256= and 64 hex digits'",
        "rtsp://u:sesame@h:99999/x, 'port \"99999\"; allowed: 1 to 65535'",
    })
    void isRefusedInOneLineWithoutThePassword(String url, String why) {
        assertThatThrownBy(() -> RtspAddress.of("cam", url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cam: " + why);
    }

    @Test
    void isShownWithoutPasswordsEvenWhereTheVendorPutsThemIntoThePath() {
        assertThat(RtspAddress.of("cam", "rtsp://u:sesame@h/user=admin&password=sesame&channel=1"))
                .hasToString("rtsp://h/user=admin&password=***&channel=1");
    }
}
