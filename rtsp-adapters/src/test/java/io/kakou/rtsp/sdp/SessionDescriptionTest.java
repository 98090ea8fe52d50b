package io.kakou.rtsp.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionDescriptionTest {
    private static final String CAMERA =
            """
            v=0\r
            o=- 1109162014219182 1109162014219192 IN IP4 x.y.z.w\r
            s=Media Presentation\r
            a=control:*\r
            m=audio 0 RTP/AVP 8\r
            a=control:trackID=2\r
            m=video 0 RTP/AVP 96\r
            b=AS:5000\r
            a=recvonly\r
            a=control:trackID=1\r
            a=rtpmap:96 H264/90000\r
            a=fmtp:96 profile-level-id=420029; packetization-mode=1; sprop-parameter-sets=Z00AKY2NQDwBE/LCAAAOEAACvyAI,aO44gA==\r
            a=Media_header:MEDIAINFO=494D4B48;\r
            """;

    @Test
    void readsWhatACameraSays() {
        SessionDescription sdp = SessionDescription.parse(CAMERA);
        Media video = sdp.video().orElseThrow();

        assertThat(sdp.control()).isEqualTo("*");
        assertThat(video.control()).isEqualTo("trackID=1");
        assertThat(video.payloadType()).isEqualTo(96);
        assertThat(video.ticksPerSecond()).isEqualTo(90_000);
        assertThat(video.h264().packetizationMode()).isEqualTo(1);
        assertThat(video.h264().parameterSets())
                .extracting(HexFormat.of()::formatHex)
                .containsExactly("674d00298d8d403c0113f2c200000e100002bf2008", "68ee3880");
        assertThat(sdp.offer()).isEqualTo("audio payload type 8, video H264");
    }

    @Test
    void toleratesLoneLineFeedsUpperCaseAndWhatItDoesNotKnow() {
        String loose = CAMERA.replace("\r\n", "\n")
                .replace("a=rtpmap:96 H264", "a=RTPMAP:96   h264")
                .replace("v=0", "zz");
        assertThat(SessionDescription.parse(loose).video()).isPresent();
    }

    @Test
    void takesTheRatesAndParametersOfItsOwnPayloadType() {
        String two = CAMERA.replace("a=rtpmap:96 H264/90000\r\n", "a=rtpmap:97 H265/1\r\na=rtpmap:96 H264\r\n");
        assertThat(SessionDescription.parse(two).video().orElseThrow().ticksPerSecond())
                .isEqualTo(90_000);
    }

    @Test
    void readsTheParameterSetsOfH265() {
        String text =
                """
                m=video 0 RTP/AVP 98
                a=rtpmap:98 H265/90000
                a=fmtp:98 sprop-vps=QAEMAf//; sprop-sps=QgEBAWAA;sprop-pps=RAHBcrRiQA==;sprop-max-don-diff=0
                """;
        Media video = SessionDescription.parse(text).video().orElseThrow();

        assertThat(video.isH265()).isTrue();
        assertThat(video.isInterleaved()).isFalse();
        assertThat(video.h265().parameterSets())
                .extracting(HexFormat.of()::formatHex)
                .containsExactly("40010c01ffff", "420101016000", "4401c172b46240");
    }

    @Test
    void theJpegOfLiftCamerasNeedsNoMapping() {
        Media video = SessionDescription.parse("m=video 0 RTP/AVP 26\r\na=control:t1\r\n")
                .video()
                .orElseThrow();
        assertThat(video.isJpeg()).isTrue();
        assertThat(video.ticksPerSecond()).isEqualTo(90_000);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            gst-rtsp-server | a=x-dimensions:2560,1440 | 2560 | 1440
            none            | a=framerate:25           | 0    | 0
            one side        | a=x-dimensions:2560      | 0    | 0
            no number       | a=x-dimensions:a,b       | 0    | 0
            negative        | a=x-dimensions:-8,8      | 0    | 0
            past a JPEG's   | a=x-dimensions:65536,8   | 0    | 0
            """)
    void theSizeOfPicturesIsReadWhereItIsSaid(String name, String line, int width, int height) {
        Media video = SessionDescription.parse("m=video 0 RTP/AVP 26\n" + line)
                .video()
                .orElseThrow();
        assertThat(video.size()).as(name).isEqualTo(new PictureSize(width, height));
    }

    @ParameterizedTest
    @CsvSource({
        "H264, packetization-mode=2, true",
        "H264, packetization-mode=1, false",
        "H265, sprop-max-don-diff=2, true",
        "H265, sprop-max-don-diff=0, false",
    })
    void unitsOutOfOrderAreNoticed(String codec, String parameters, boolean interleaved) {
        SessionDescription sdp = SessionDescription.parse(
                "m=video 0 RTP/AVP 96\r\na=rtpmap:96 " + codec + "/90000\r\na=fmtp:96 " + parameters + "\r\n");
        assertThat(sdp.video().orElseThrow().isInterleaved()).isEqualTo(interleaved);
    }

    @Test
    void h264IsReadBeforeH265AndThatBeforeJpeg() {
        String jpeg = "m=video 0 RTP/AVP 26\r\n";
        String h265 = jpeg.replace("26", "98") + "a=rtpmap:98 H265/90000\r\n";
        assertThat(SessionDescription.parse(jpeg + h265).video().orElseThrow().isH265())
                .isTrue();
        assertThat(SessionDescription.parse(jpeg + h265 + CAMERA)
                        .video()
                        .orElseThrow()
                        .isH264())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "rtsp://h/live/ | trackID=1 | rtsp://h/live/trackID=1",
                "rtsp://h/live | trackID=1 | rtsp://h/live/trackID=1",
                "rtsp://h/live/ | /trackID=1 | rtsp://h/live/trackID=1",
                "rtsp://h/live | rtsp://h:8554/other/1 | rtsp://h:8554/other/1",
                "rtsp://h/live | RTSP://h/other | RTSP://h/other",
                "rtsp://h/live | * | rtsp://h/live",
                "rtsp://h/live | - | rtsp://h/live",
                "rtsp://h/live?channel=1&subtype=0 | trackID=0 | rtsp://h/live?channel=1&subtype=0/trackID=0",
                "rtsp://h/live | ?track=1 | rtsp://h/live?track=1",
                "rtsp://h | streamid=0 | rtsp://h/streamid=0",
            })
    void joinsControlToItsBase(String base, @Nullable String control, String expected) {
        assertThat(ControlUrl.resolve(base, control)).isEqualTo(expected);
    }

    @Test
    void noTextMakesItThrow() {
        byte[] whole = CAMERA.getBytes(StandardCharsets.UTF_8);
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = whole.clone();
            for (int i = 0; i < 1 + seed % 40; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            SessionDescription sdp = SessionDescription.parse(new String(bytes, StandardCharsets.ISO_8859_1));
            assertThat(sdp.offer()).isNotEmpty();
        }
    }
}
