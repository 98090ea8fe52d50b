package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.serve.AtEnd;
import io.kakou.rtsp.serve.RtspServer;
import io.kakou.rtsp.serve.ServerSettings;
import io.kakou.rtsp.serve.StreamUnit;
import io.kakou.rtsp.wire.Credentials;
import io.kakou.rtsp.wire.DigestHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Our server and our client on one loop. */
class RoundTripTest {
    private static final double RATE = 100;

    private final RtspLoops loops = new RtspLoops(1, InstantSource.system());
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Heard heard = new Heard();

    @BeforeEach
    void startLoops() {
        loops.start();
    }

    @AfterEach
    void closeAll() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
        loops.close();
    }

    @Test
    void everyUnitArrivesAsTheSourceGaveItAndTheLoopGoesOnWithoutAGap() throws Exception {
        MadeUp source = MadeUp.gop(30, RATE);
        watch(serve(source, ServerSettings.defaults()).url("cam"));

        List<AccessUnit> units = heard.take(75);

        for (int i = 0; i < units.size(); i++) {
            StreamUnit given = source.units().get(i % 30);
            assertThat(units.get(i).bytes()).as("unit %d", i).isEqualTo(given.annexB());
            assertThat(units.get(i).keyframe()).isEqualTo(given.keyframe());
            assertThat(units.get(i).seconds()).isCloseTo(i / RATE, within(1e-9));
        }
        assertThat(units).extracting(AccessUnit::at).isSorted();
    }

    @Test
    void unitsOutOfDisplayOrderKeepTheirOrderAndTheirTimes() throws Exception {
        int[] order = {0, 3, 1, 2, 6, 4, 5, 9, 7, 8};
        List<StreamUnit> units = new ArrayList<>();
        for (int place : order) {
            byte[] nal = place == 0 ? Nal.idr(300, 1) : Nal.p(200, place);
            units.add(new StreamUnit(2 + place / RATE, place == 0, Nal.annexB(nal)));
        }
        watch(serve(new MadeUp(units), ServerSettings.defaults()).url("cam"));

        List<AccessUnit> taken = heard.take(25);

        for (int i = 0; i < taken.size(); i++) {
            double expected = (i / 10 * 10 + order[i % 10]) / RATE;
            assertThat(taken.get(i).seconds()).as("unit %d", i).isCloseTo(expected, within(1e-9));
        }
        assertThat(taken).extracting(AccessUnit::at).isSorted();
    }

    @Test
    void aKeyframeWithoutParameterSetsGetsTheFormats() throws Exception {
        byte[] idr = Nal.idr(500, 3);
        MadeUp source = new MadeUp(List.of(new StreamUnit(0, true, Nal.annexB(idr))));
        watch(serve(source, ServerSettings.defaults()).url("cam"));

        assertThat(heard.take(3))
                .allSatisfy(unit -> assertThat(unit.bytes()).isEqualTo(Nal.annexB(Nal.SPS, Nal.PPS, idr)));
    }

    @Test
    void theCamerasOwnClockComesWithEveryUnit() throws Exception {
        Instant wrong = Instant.parse("2001-02-03T04:05:06Z");
        ServerSettings settings = ServerSettings.defaults().withCameraClock(InstantSource.fixed(wrong));
        watch(serve(MadeUp.gop(50, RATE), settings).url("cam"));

        List<AccessUnit> units = heard.take(20);

        assertThat(units.get(0).cameraTime()).isCloseTo(wrong, within(1, java.time.temporal.ChronoUnit.MICROS));
        assertThat(units.get(19).cameraTime())
                .isCloseTo(wrong.plusMillis(190), within(1, java.time.temporal.ChronoUnit.MICROS));
    }

    @ParameterizedTest
    @EnumSource(DigestHash.class)
    void theRightPasswordLetsIn(DigestHash hash) throws Exception {
        Credentials who = new Credentials("admin", "p@ss:wörd");
        ServerSettings settings = ServerSettings.defaults().withCredentials(who, hash);
        RtspServer server = serve(MadeUp.gop(5, RATE), settings);

        watch(server.url("cam").replace("rtsp://", "rtsp://admin:p%40ss:w%C3%B6rd@"));

        assertThat(heard.take(1)).hasSize(1);
    }

    @Test
    void aWrongPasswordIsSaidOnceAndTheyAreNamedNowhere() throws Exception {
        ServerSettings settings =
                ServerSettings.defaults().withCredentials(new Credentials("admin", "right"), DigestHash.MD5);
        RtspServer server = serve(MadeUp.gop(5, RATE), settings);

        RtspSession session = watch(server.url("cam").replace("rtsp://", "rtsp://admin:sesame@"));

        RtspException why = heard.failure();
        assertThat(why.code()).isEqualTo(Code.UNAUTHORIZED);
        assertThat(why).hasMessage("cam-1: DESCRIBE: wrong user or password (401) at " + server.url("cam"));
        assertThat(session.toString()).isEqualTo("RtspSession[cam-1, FAILED]");
    }

    @Test
    void anUnknownPathIsNotFound() throws Exception {
        watch(serve(MadeUp.gop(5, RATE), ServerSettings.defaults()).url("other"));

        assertThat(heard.failure().code()).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void aSourcePlayedOnceEndsWithAGoodbyeAndGivesItsReaderBack() throws Exception {
        MadeUp source = MadeUp.gop(5, RATE);
        watch(serve(source, ServerSettings.defaults().withAtEnd(AtEnd.CLOSE)).url("cam"));

        RtspException why = heard.failure();

        assertThat(why.code()).isEqualTo(Code.CLOSED);
        assertThat(why).hasMessageContaining("the camera ended the stream");
        assertThat(heard.units).hasSize(5);
        assertThat(source.closed()).hasValue(1);
    }

    @Test
    void aClosedSessionTellsNothingMoreAndItsReaderIsGivenBack() throws Exception {
        MadeUp source = MadeUp.gop(5, RATE);
        RtspServer server = serve(source, ServerSettings.defaults());
        RtspSession session = watch(server.url("cam"));
        heard.take(3);

        session.close();
        int before = heard.units.size();
        session.close();
        server.close();

        assertThat(session.state()).isEqualTo(RtspSession.State.CLOSED);
        assertThat(heard.units).hasSize(before);
        assertThat(heard.failures).isEmpty();
        assertThat(source.closed().get()).isEqualTo(source.opened().get());
    }

    private RtspServer serve(MadeUp source, ServerSettings settings) throws Exception {
        RtspServer server = new RtspServer(loops, settings, Map.of("/cam", source));
        opened.add(server);
        server.start();
        return server;
    }

    private RtspSession watch(String url) {
        RtspSession session = new RtspSession(loops, RtspAddress.of("cam-1", url), SessionSettings.defaults(), heard);
        opened.add(session);
        session.start();
        return session;
    }
}
