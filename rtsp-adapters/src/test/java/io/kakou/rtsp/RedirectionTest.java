package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.wire.Credentials;
import io.kakou.rtsp.wire.DigestHash;
import io.kakou.rtsp.wire.ServerTrust;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectionTest {
    private static final String FROM = "rtsp://admin:sesame@h/live";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "another path      | rtsp://h/other                | rtsp://h/other       | true",
                "another port      | rtsp://H:8554/live            | rtsp://H:8554/live   | true",
                "no host           | /other?a=1                    | rtsp://h/other?a=1   | true",
                "into TLS          | rtsps://h/live                | rtsps://h/live       | true",
                "another host      | rtsp://i/live                 | rtsp://i/live        | false",
                "with another user | rtsp://eve:eve@i/live         | rtsp://i/live        | false",
                "with its own trust| rtsps://i/live#insecure       | rtsps://i/live       | false",
                "three times       | /a /b /c                      | rtsp://h/c           | true",
                "away and back     | rtsp://i/live rtsp://h/other  | rtsp://h/other       | true",
            })
    void leads_on(String row, String locations, String url, boolean credentials) throws Exception {
        RtspAddress there = follow(FROM, locations);
        assertThat(there.url()).as(row).isEqualTo(url);
        assertThat(there.credentials()).isEqualTo(credentials ? new Credentials("admin", "sesame") : null);
        assertThat(there.trust()).isEqualTo(ServerTrust.AUTHORITIES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rtsp://u:sesame@h/a  | http://u:sesame@h/     | it sends us on to what is no RTSP address, at rtsp://h/a",
                "rtsp://u:sesame@h/a  | ''                     | it sends us on to what is no RTSP address, at rtsp://h/a",
                "rtsp://u:sesame@h/a  | rtsp://h:0/            | it sends us on to what is no RTSP address, at rtsp://h/a",
                "rtsp://u:sesame@h/a  | rtsp://h/a             | it sends us round in a circle, at rtsp://h/a",
                "rtsp://u:sesame@h/a  | /b /c /b               | it sends us round in a circle, at rtsp://h/c",
                "rtsp://u:sesame@h/a  | /b /c /d /e            | it sends us on more than 3 times, at rtsp://h/d",
                "rtsps://u:sesame@h/a | rtsp://h/a             | it sends us on from rtsps to rtsp, at rtsps://h/a",
            })
    void leads_nowhere(String from, String locations, String why) {
        assertThat(refusal(from, locations)).hasMessage("cam-1: " + why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "DESCRIBE"})
    void a_session_goes_where_it_is_sent(String method) throws Exception {
        Credentials who = new Credentials("admin", "sesame");
        Heard heard = new Heard();
        try (RtspLoops loops = started();
                RtspServer server = new RtspServer(
                        loops,
                        ServerSettings.defaults().withCredentials(who, DigestHash.SHA_256),
                        Map.of("cam", MadeUp.gop(30, 100)))) {
            server.start();
            try (ScriptedCamera camera = sending(method, server.url("cam"));
                    RtspSession session = session(loops, camera, heard)) {
                session.start();
                assertThat(heard.take(3)).hasSize(3);
                assertThat(heard.failures).isEmpty();
            }
        }
    }

    @Test
    void another_host_is_told_no_password() throws Exception {
        Heard heard = new Heard();
        String asks = "401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\n\r\n";
        try (RtspLoops loops = started();
                ScriptedCamera other = ScriptedCamera.plain(request -> asks);
                ScriptedCamera camera = sending("DESCRIBE", other.url().replace("127.0.0.1", "localhost"));
                RtspSession session = session(loops, camera, heard)) {
            session.start();
            RtspException why = heard.failure();
            assertThat(why.code()).isEqualTo(Code.UNAUTHORIZED);
            assertThat(why).hasMessageContaining("needs a user and a password");
            assertThat(other.requests).isNotEmpty().noneMatch(request -> request.contains("uthorization"));
        }
    }

    @Test
    void a_session_that_is_sent_to_itself_fails_once() throws Exception {
        Heard heard = new Heard();
        try (RtspLoops loops = started();
                ScriptedCamera camera = sending("DESCRIBE", "/x");
                RtspSession session = session(loops, camera, heard)) {
            session.start();
            assertThat(heard.failure()).hasMessage("cam-1: it sends us round in a circle, at " + camera.url());
            assertThat(heard.failures).isEmpty();
            assertThat(session.state()).isEqualTo(RtspSession.State.FAILED);
        }
    }

    private static ScriptedCamera sending(String method, String to) throws Exception {
        return ScriptedCamera.plain(request -> request.startsWith(method)
                ? "302 Moved\r\nLocation: " + to + "\r\n\r\n"
                : ScriptedCamera.usual(request));
    }

    private static RtspSession session(RtspLoops loops, ScriptedCamera camera, Heard heard) {
        RtspAddress address = RtspAddress.of("cam-1", camera.url().replace("rtsp://", "rtsp://admin:sesame@"));
        return new RtspSession(loops, address, SessionSettings.defaults(), heard);
    }

    private static RtspLoops started() {
        RtspLoops loops = new RtspLoops(1, InstantSource.system());
        loops.start();
        return loops;
    }

    private static RtspAddress follow(String from, String locations) throws RtspException {
        Redirection redirection = new Redirection(RtspAddress.of("cam-1", from));
        List<String> each = Arrays.asList(locations.split(" ", -1));
        for (String location : each) {
            redirection.follow(location);
        }
        return redirection.present();
    }

    private static @Nullable RtspException refusal(String from, String locations) {
        try {
            follow(from, locations);
            return null;
        } catch (RtspException e) {
            return e;
        }
    }
}
