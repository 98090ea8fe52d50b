package io.kakou.rtsp.onvif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.net.httpserver.HttpServer;
import io.kakou.rtsp.onvif.OnvifException.Code;
import io.kakou.rtsp.onvif.OnvifStreams.Lens;
import io.kakou.rtsp.onvif.OnvifStreams.Stream;
import io.kakou.rtsp.wire.DigestHash;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class OnvifCameraTest {
    private static final String LOGIN = "admin:pass%26%3Cword%3E@";

    /** Profile T, as current Hikvision and Dahua firmware answers: media2 with H.265 first. */
    private static final Map<String, String> PROFILE_T = Map.of(
            "GetServices",
            """
            <tds:GetServicesResponse>
            <tds:Service><tds:Namespace>http://www.onvif.org/ver10/device/wsdl</tds:Namespace>
              <tds:XAddr>http://192.168.1.64/onvif/device_service</tds:XAddr></tds:Service>
            <tds:Service><tds:Namespace>http://www.onvif.org/ver10/media/wsdl</tds:Namespace>
              <tds:XAddr>http://192.168.1.64/onvif/Media</tds:XAddr></tds:Service>
            <tds:Service><tds:Namespace>http://www.onvif.org/ver20/media/wsdl</tds:Namespace>
              <tds:XAddr>http://192.168.1.64/onvif/Media2</tds:XAddr></tds:Service></tds:GetServicesResponse>""",
            "GetProfiles",
            "<tr2:GetProfilesResponse>"
                    + profile2("Profile_1", "H265", 2560, 1440)
                    + profile2("Profile_2", "H264", 640, 360)
                    + profile2("Profile_3", "H264", 352, 288)
                    + "</tr2:GetProfilesResponse>",
            "GetStreamUri",
            "<tr2:GetStreamUriResponse><tr2:Uri>rtsp://192.168.1.64:554/Streaming/Channels/{token}?a=1&amp;b=2</tr2:Uri>"
                    + "</tr2:GetStreamUriResponse>");

    /** Profile S before GetServices, as firmware of 2012 answers; two lenses, as a recorder. */
    private static final Map<String, String> PROFILE_S = Map.of(
            "GetCapabilities",
            """
            <tds:GetCapabilitiesResponse><tds:Capabilities><tt:Media>
            <tt:XAddr>http://10.1.1.2:8899/onvif/media_service</tt:XAddr></tt:Media></tds:Capabilities>
            </tds:GetCapabilitiesResponse>""",
            "GetProfiles",
            "<trt:GetProfilesResponse>"
                    + profile1("a-main", "lens-a", 1920, 1080)
                    + profile1("a-sub", "lens-a", 704, 576)
                    + profile1("b-main", "lens-b", 1280, 720)
                    + "<trt:Profiles token=\"empty\"><tt:Name>no video</tt:Name></trt:Profiles></trt:GetProfilesResponse>",
            "GetStreamUri",
            "<trt:GetStreamUriResponse><trt:MediaUri><tt:Uri>rtsp://admin:12345@10.1.1.2/{token}</tt:Uri></trt:MediaUri>"
                    + "</trt:GetStreamUriResponse>");

    @Test
    void profile_t_gives_the_largest_and_the_largest_small_stream_at_the_host_that_was_asked() throws Exception {
        try (FakeDevice device = new FakeDevice(PROFILE_T, Duration.ZERO)) {
            OnvifStreams found = find("onvif://" + LOGIN + device.place());
            assertThat(found.lenses())
                    .containsExactly(new Lens(
                            "VideoSource_1",
                            new Stream("rtsp://127.0.0.1:554/Streaming/Channels/Profile_1?a=1&b=2", "H265", 2560, 1440),
                            new Stream("rtsp://127.0.0.1:554/Streaming/Channels/Profile_2?a=1&b=2", "H264", 640, 360)));
            assertThat(found.lenses().get(0).main().h265()).isTrue();
            assertThat(device.asked)
                    .containsExactly(
                            "/onvif/device_service GetSystemDateAndTime",
                            "/onvif/device_service GetServices",
                            "/onvif/Media2 GetProfiles",
                            "/onvif/Media2 GetStreamUri",
                            "/onvif/Media2 GetStreamUri");
        }
    }

    @Test
    void profile_s_without_get_services_gives_each_lens_and_no_login_of_the_devices_own() throws Exception {
        try (FakeDevice device = new FakeDevice(PROFILE_S, Duration.ZERO)) {
            OnvifStreams found = find("http://" + LOGIN + device.place() + "/onvif/device_service");
            assertThat(found.lenses())
                    .containsExactly(
                            new Lens(
                                    "lens-a",
                                    new Stream("rtsp://127.0.0.1/a-main", "H264", 1920, 1080),
                                    new Stream("rtsp://127.0.0.1/a-sub", "H264", 704, 576)),
                            new Lens("lens-b", new Stream("rtsp://127.0.0.1/b-main", "H264", 1280, 720), null));
        }
    }

    @ParameterizedTest
    @CsvSource({"-PT3H", "P400D", "PT40S"})
    void a_device_whose_clock_is_wrong_is_asked_by_its_own_clock(Duration offset) throws Exception {
        try (FakeDevice device = new FakeDevice(PROFILE_T, offset)) {
            assertThat(find("onvif://" + LOGIN + device.place()).clockOffsetSeconds())
                    .isCloseTo((double) offset.toSeconds(), within(5.0));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "admin:wrong@, user or password refused",
        "'', it asks who we are and no user was given",
    })
    void who_may_not_ask_is_told_so(String login, String why) throws Exception {
        try (FakeDevice device = new FakeDevice(PROFILE_T, Duration.ZERO)) {
            assertThatThrownBy(() -> find("onvif://" + login + device.place()))
                    .hasMessage("127.0.0.1: " + why + ", at http://" + device.place() + "/onvif/device_service")
                    .extracting(e -> ((OnvifException) e).code())
                    .isEqualTo(Code.UNAUTHORIZED);
        }
    }

    @Test
    void a_device_that_wants_http_digest_gets_it() throws Exception {
        String secret = DigestHash.MD5.hex("admin:cam:" + FakeDevice.PASSWORD);
        try (FakeDevice device = new FakeDevice(PROFILE_T, Duration.ZERO)
                .behind(
                        "Digest realm=\"cam\", nonce=\"n1\"",
                        given -> given != null
                                && List.of("/onvif/device_service", "/onvif/Media2").stream()
                                        .map(path -> DigestHash.MD5.respond(secret, "n1", "POST:" + path))
                                        .anyMatch(given::contains))) {
            assertThat(find("onvif://" + LOGIN + device.place()).lenses()).hasSize(1);
        }
    }

    @Test
    void a_password_is_never_sent_in_the_clear() throws Exception {
        List<String> given = new CopyOnWriteArrayList<>();
        try (FakeDevice device = new FakeDevice(PROFILE_T, Duration.ZERO)
                .behind("Basic realm=\"cam\"", authorization -> {
                    given.add(String.valueOf(authorization));
                    return false;
                })) {
            assertThatThrownBy(() -> find("onvif://" + LOGIN + device.place()))
                    .hasMessageContaining("user or password refused");
            assertThat(given).isNotEmpty().containsOnly("null");
        }
    }

    @Test
    void a_device_without_a_profile_or_an_address_is_told_so() throws Exception {
        Map<String, String> none = new HashMap<>(PROFILE_T);
        none.put("GetProfiles", "<tr2:GetProfilesResponse/>");
        try (FakeDevice device = new FakeDevice(none, Duration.ZERO)) {
            assertThatThrownBy(() -> find("onvif://" + LOGIN + device.place()))
                    .hasMessageContaining("it has no profile with video, at http://");
        }
        Map<String, String> http = new HashMap<>(PROFILE_T);
        http.put("GetStreamUri", "<tr2:GetStreamUriResponse><tr2:Uri>http://h/x</tr2:Uri></tr2:GetStreamUriResponse>");
        try (FakeDevice device = new FakeDevice(http, Duration.ZERO)) {
            assertThatThrownBy(() -> find("onvif://" + LOGIN + device.place()))
                    .hasMessageContaining("profile Profile_1 has no RTSP address, at http://");
        }
    }

    static java.util.stream.Stream<Arguments> notOnvif() {
        String open = "<a>".repeat(60);
        return java.util.stream.Stream.of(
                arguments("a web page", "<html><body>hello<br></body></html>", Code.NOT_ONVIF, "HTTP 200, no ONVIF"),
                arguments("nothing", "", Code.NOT_ONVIF, "HTTP 200, no ONVIF answer, at http://"),
                arguments("another XML", "<rss/>", Code.NOT_ONVIF, "HTTP 200, no ONVIF answer, at http://"),
                arguments("a huge answer", "<x>" + "y".repeat(600_000), Code.HOSTILE, "an answer of more than 512 KiB"),
                arguments("a deep answer", open, Code.HOSTILE, "its XML is deeper or longer than any camera's"),
                arguments("many elements", "<x>" + "<y/>".repeat(30_000), Code.HOSTILE, "deeper or longer than any"),
                arguments(
                        "an entity that asks for a file",
                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>",
                        Code.HOSTILE,
                        "its XML defines entities"),
                arguments(
                        "entities that multiply",
                        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>",
                        Code.HOSTILE,
                        "its XML defines entities"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notOnvif")
    void what_is_no_device_is_told_in_one_line(String name, String body, Code code, String line) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        try {
            OnvifException failure = catchThrowableOfType(
                    OnvifException.class,
                    () -> find("onvif://" + LOGIN + "127.0.0.1:"
                            + server.getAddress().getPort()));
            assertThat(failure).hasMessageContaining(line);
            assertThat(failure.getMessage())
                    .startsWith("127.0.0.1: ")
                    .hasLineCount(1)
                    .doesNotContain("pass");
            assertThat(failure.code()).isEqualTo(code);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void where_nobody_listens_that_is_told() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> find("onvif://" + LOGIN + "127.0.0.1:" + port))
                .hasMessage("127.0.0.1: nobody listens at http://127.0.0.1:" + port + "/onvif/device_service");
    }

    @Test
    void who_listens_and_says_nothing_is_waited_for_only_so_long() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            OnvifAddress address = OnvifAddress.of("onvif://127.0.0.1:" + silent.getLocalPort());
            assertThatThrownBy(() -> new OnvifCamera(address, 0.5, InstantSource.system()).find())
                    .hasMessageContaining("no whole answer within 0.5 s, at http://127.0.0.1:");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "onvif://h, http://h/onvif/device_service",
        "onvif://u:p@h:8000/, http://h:8000/onvif/device_service",
        "ONVIF://u:p@ss@h, http://h/onvif/device_service",
        "https://u:p@h/other, https://h/other",
    })
    void an_address_is_read_as_people_write_it(String text, String service) {
        OnvifAddress address = OnvifAddress.of(text);
        assertThat(address).hasToString(service);
    }

    @ParameterizedTest
    @CsvSource({"h", "rtsp://u:secret@h/x", "onvif://", "'onvif://u:secret@a b'"})
    void another_address_is_refused_without_its_password(String text) {
        assertThatThrownBy(() -> OnvifAddress.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed: onvif://[user:password@]host[:port]")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    private static OnvifStreams find(String address) throws Exception {
        return new OnvifCamera(OnvifAddress.of(address), 20, InstantSource.system()).find();
    }

    private static String profile2(String token, String codec, int width, int height) {
        return """
                <tr2:Profiles token="%s" fixed="true"><tr2:Name>x</tr2:Name><tr2:Configurations>
                <tr2:AudioSource token="a"><tt:SourceToken>AudioSource_1</tt:SourceToken></tr2:AudioSource>
                <tr2:VideoSource token="v"><tt:SourceToken>VideoSource_1</tt:SourceToken></tr2:VideoSource>
                <tr2:VideoEncoder token="e"><tt:Encoding>%s</tt:Encoding><tt:Resolution><tt:Width>%d</tt:Width>
                <tt:Height>%d</tt:Height></tt:Resolution></tr2:VideoEncoder></tr2:Configurations></tr2:Profiles>"""
                .formatted(token, codec, width, height);
    }

    private static String profile1(String token, String source, int width, int height) {
        return """
                <trt:Profiles token="%s" fixed="true"><tt:Name>x</tt:Name>
                <tt:VideoSourceConfiguration token="v"><tt:SourceToken>%s</tt:SourceToken></tt:VideoSourceConfiguration>
                <tt:VideoEncoderConfiguration token="e"><tt:Encoding>H264</tt:Encoding><tt:Resolution>
                <tt:Width>%d</tt:Width><tt:Height>%d</tt:Height></tt:Resolution></tt:VideoEncoderConfiguration>
                </trt:Profiles>"""
                .formatted(token, source, width, height);
    }
}
