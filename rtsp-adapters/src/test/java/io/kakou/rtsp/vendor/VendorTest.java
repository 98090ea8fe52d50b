package io.kakou.rtsp.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorTest {
    private static final String HOST = "10.0.0.7";

    @ParameterizedTest(name = "{0} channel {1}")
    @CsvSource({
        "HIKVISION, 1, /Streaming/Channels/101, /Streaming/Channels/102",
        "HIKVISION, 17, /Streaming/Channels/1701, /Streaming/Channels/1702",
        "HIKVISION_OLD, 1, /h264/ch1/main/av_stream, /h264/ch1/sub/av_stream",
        "HIKVISION_OLD, 33, /h264/ch33/main/av_stream, /h264/ch33/sub/av_stream",
        "DAHUA, 1, /cam/realmonitor?channel=1&subtype=0, /cam/realmonitor?channel=1&subtype=1",
        "DAHUA, 8, /cam/realmonitor?channel=8&subtype=0, /cam/realmonitor?channel=8&subtype=1",
        "UNIVIEW, 1, /media/video1, /media/video2",
        "UNIVIEW_RECORDER, 2, /unicast/c2/s0/live, /unicast/c2/s1/live",
        "TIANDY, 1, /1/1, /1/2",
        "TIANDY, 4, /4/1, /4/2",
        "TP_LINK, 1, /stream1, /stream2",
        "AXIS, 1, /axis-media/media.amp?camera=1, /axis-media/media.amp?camera=1&resolution=640x360",
        "REOLINK, 1, /h264Preview_01_main, /h264Preview_01_sub",
        "REOLINK, 12, /h264Preview_12_main, /h264Preview_12_sub",
    })
    void main_and_sub_stream_stand_where_the_manufacturer_puts_them(
            Vendor vendor, int channel, String main, String sub) {
        assertThat(vendor.address(HOST, 554, channel, StreamKind.MAIN)).isEqualTo("rtsp://10.0.0.7" + main);
        assertThat(vendor.address(HOST, 8554, channel, StreamKind.SUB)).isEqualTo("rtsp://10.0.0.7:8554" + sub);
        assertThat(StreamPlace.of("rtsp://u:p@10.0.0.7:554" + main))
                .contains(new StreamPlace(vendor, "rtsp://u:p@10.0.0.7:554", channel, StreamKind.MAIN));
        assertThat(StreamPlace.of("rtsp://10.0.0.7" + sub))
                .contains(new StreamPlace(vendor, "rtsp://10.0.0.7", channel, StreamKind.SUB));
        assertThat(StreamPlace.of("rtsp://10.0.0.7" + main).orElseThrow().other())
                .isEqualTo("rtsp://10.0.0.7" + sub);
    }

    @ParameterizedTest
    @CsvSource({
        "rtsp://h/streaming/channels/102, HIKVISION, SUB",
        "rtsp://h/Streaming/Channels/101/, HIKVISION, MAIN",
        "rtsp://h/Streaming/Channels/101?transportmode=unicast, HIKVISION, MAIN",
        "rtsp://h/cam/realmonitor?channel=1&subtype=1&unicast=true&proto=Onvif, DAHUA, SUB",
        "rtsp://h/axis-media/media.amp, AXIS, MAIN",
        "rtsp://h/axis-media/media.amp?resolution=640x360, AXIS, SUB",
    })
    void what_firmware_adds_does_not_hide_it(String url, Vendor vendor, StreamKind kind) {
        StreamPlace place = StreamPlace.of(url).orElseThrow();
        assertThat(place.vendor()).isEqualTo(vendor);
        assertThat(place.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://h",
                "rtsp://h/",
                "rtsp://h/live",
                "rtsp://h/Streaming/Channels/103",
                "rtsp://h/Streaming/tracks/101",
                "rtsp://h/stream11",
                "rtsp://h/Streaming/Channels/99901",
                "/media/video1",
                ""
            })
    void another_address_is_nobodys(String url) {
        assertThat(StreamPlace.of(url)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Vendor.class)
    void no_two_manufacturers_claim_one_address(Vendor vendor) {
        for (StreamKind kind : StreamKind.values()) {
            assertThat(StreamPlace.of(vendor.address(HOST, 554, 1, kind)))
                    .contains(new StreamPlace(vendor, "rtsp://10.0.0.7", 1, kind));
        }
    }

    @Test
    void advice_names_the_other_stream_and_no_password() {
        assertThat(StreamPlace.of("rtsp://admin:secret@10.0.0.7/Streaming/Channels/101")
                        .orElseThrow()
                        .advice())
                .isEqualTo(
                        "this is the main stream of Hikvision 海康威视, channel 1; the sub stream, which is looked at, is "
                                + "rtsp://10.0.0.7/Streaming/Channels/102");
    }

    @ParameterizedTest
    @CsvSource({"DAHUA, 0, 256", "DAHUA, 257, 256", "TP_LINK, 2, 1"})
    void a_channel_that_cannot_be_is_refused(Vendor vendor, int channel, int most) {
        assertThatThrownBy(() -> vendor.address(HOST, 554, channel, StreamKind.MAIN))
                .hasMessageContaining("channel " + channel + " of ")
                .hasMessageEndingWith("allowed: 1 to " + most);
    }
}
