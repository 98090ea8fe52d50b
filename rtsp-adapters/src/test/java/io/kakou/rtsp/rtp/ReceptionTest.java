package io.kakou.rtsp.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceptionTest {
    private static final Instant NOON = Instant.parse("2026-05-01T04:00:00Z");

    private final Reception reception = new Reception(0x01020304, 90_000);

    @ParameterizedTest
    @CsvSource({
        "'1 2 3 4', 0, 0, 4",
        "'1 2 4 5', 51, 1, 5",
        "'1 3 2 4', 0, 0, 4",
        "'65534 65535 0 1', 0, 0, 65537",
        "'65534 65535 1', 64, 1, 65537",
        "'7 7 7', 0, -2, 7",
        "'1 1001', 255, 999, 1001"
    })
    void what_is_missing_is_told_with_the_highest_number(String came, int fraction, int lost, int highest) {
        take(came);
        ByteBuf report = report(NOON);
        assertThat(report.getUnsignedByte(12)).isEqualTo((short) fraction);
        assertThat(report.getMedium(13)).isEqualTo(lost);
        assertThat(report.getInt(16)).isEqualTo(highest);
    }

    @Test
    void the_share_lost_is_that_since_the_last_report() {
        take("1 2 4");
        assertThat(report(NOON).getUnsignedByte(12)).isEqualTo((short) 64);
        take("5 6 7");
        ByteBuf next = report(NOON);
        assertThat(next.getUnsignedByte(12)).isZero();
        assertThat(next.getMedium(13)).as("in all").isEqualTo(1);
    }

    @Test
    void a_sender_that_began_anew_is_counted_anew() {
        take("1 2 900");
        reception.took(packet(5, 0x0b));
        ByteBuf report = report(NOON);
        assertThat(report.getInt(8)).isEqualTo(0x0b);
        assertThat(report.getMedium(13)).isZero();
    }

    @Test
    void pictures_that_come_unevenly_are_jitter() {
        take("1");
        reception.ended(0, NOON);
        reception.ended(3600, NOON.plusMillis(40));
        assertThat(report(NOON).getInt(20)).isZero();
        reception.ended(7200, NOON.plusMillis(96)); // 16 ms late, 1,440 ticks, a sixteenth of it
        assertThat(report(NOON).getInt(20)).isEqualTo(90);
    }

    /** RFC 3550 §6.4.1 gives this example of LSR: b44d:b705:2000:0000 is told as b705:2000. */
    @Test
    void it_refers_to_the_senders_last_report() {
        take("1");
        long seconds = 0xb44db705L - 2_208_988_800L;
        SenderReport theirs = new SenderReport(9, Instant.ofEpochSecond(seconds, 125_000_000), 0);
        reception.took(theirs, NOON);
        ByteBuf report = report(NOON.plusMillis(5_250));
        assertThat(report.getInt(24)).isEqualTo(0xb7052000);
        assertThat(report.getInt(28)).isEqualTo(0x00054000);
    }

    @Test
    void the_whole_report_is_as_the_rfc_lays_it_out() {
        take("1");
        assertThat(HexFormat.of().formatHex(ByteBufUtil.getBytes(report(NOON))))
                .isEqualTo("81c90007" + "01020304" + "00000009" + "00000000" + "00000001" + "00000000" + "00000000"
                        + "00000000" + "81ca0003" + "01020304" + "01056b616b6f7500");
    }

    private void take(String numbers) {
        Arrays.stream(numbers.split(" ", -1)).forEach(each -> reception.took(packet(Integer.parseInt(each), 9)));
    }

    private static RtpPacket packet(int sequence, int ssrc) {
        return new RtpPacket(true, 96, sequence, 0, ssrc, Unpooled.EMPTY_BUFFER);
    }

    private ByteBuf report(Instant now) {
        ByteBuf out = Unpooled.buffer();
        reception.write(out, now);
        assertThat(out.readableBytes()).isEqualTo(Reception.BYTES);
        return out;
    }
}
