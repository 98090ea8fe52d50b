package io.kakou.rtsp.rtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RtpTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "8060000100000002000000030a0b, 0a0b",
                "816000010000000200000003ffffffff0a0b, 0a0b",
                "90600001000000020000000300010001ffffffff0a0b, 0a0b",
                "a060000100000002000000030a0b0003, 0a",
                "a060000100000002000000030a0b0002, 0a0b",
                "b1600001000000020000000300000004000000000a0b01, 0a0b",
                "8060000100000002000000, -",
                "a060000100000002000000030a0b0009, -",
                "4060000100000002000000030a0b, -",
                "8f60000100000002000000030a0b, -",
                "806000010000000200000003, ''",
            })
    void aPacketsPayloadIsWhatNeitherHeaderNorPaddingTake(String hex, @Nullable String payload) {
        RtpPacket packet = RtpPacket.parse(bytes(hex));
        if (payload == null) {
            assertThat(packet).isNull();
        } else {
            assertThat(ByteBufUtil.hexDump(Objects.requireNonNull(packet).payload()))
                    .isEqualTo(payload);
            assertThat(packet.sequence()).isEqualTo(1);
            assertThat(packet.timestamp()).isEqualTo(2);
            assertThat(packet.ssrc()).isEqualTo(3);
            assertThat(packet.payloadType()).isEqualTo(96);
        }
    }

    @Test
    void whatIsWrittenIsRead() {
        ByteBuf out = Unpooled.buffer();
        RtpPacket.writeHeader(out, new RtpHeader(true, 96, 65_535, -2, -3));
        RtpPacket read = Objects.requireNonNull(RtpPacket.parse(out));

        assertThat(read.marker()).isTrue();
        assertThat(read.sequence()).isEqualTo(65_535);
        assertThat(read.timestamp()).isEqualTo(-2);
        assertThat(read.ssrc()).isEqualTo(-3);
    }

    @Test
    void missingPacketsAreCountedAcrossTheWrap() {
        SequenceWatch watch = new SequenceWatch();
        assertThat(watch.see(packet(65_534, 1))).isEqualTo(SequenceWatch.Verdict.NEXT);
        assertThat(watch.see(packet(65_535, 1))).isEqualTo(SequenceWatch.Verdict.NEXT);
        assertThat(watch.see(packet(0, 1))).isEqualTo(SequenceWatch.Verdict.NEXT);
        assertThat(watch.see(packet(4, 1))).isEqualTo(SequenceWatch.Verdict.AFTER_LOSS);
        assertThat(watch.lost()).isEqualTo(3);
        assertThat(watch.see(packet(4, 1))).isEqualTo(SequenceWatch.Verdict.OLD);
        assertThat(watch.see(packet(5, 1))).isEqualTo(SequenceWatch.Verdict.NEXT);
        assertThat(watch.see(packet(6, 2))).isEqualTo(SequenceWatch.Verdict.AFTER_LOSS);
        assertThat(watch.lost()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-06-01T00:00:00Z, 2026-05-31T23:00:00Z, true",
        "1970-01-01T00:10:00Z, 2026-05-31T23:00:00Z, true",
        "2036-02-07T06:28:16Z, 2026-05-31T23:00:00Z, false",
        "2036-02-09T00:00:00Z, 2036-02-08T00:00:00Z, true",
    })
    void secondsSinceTheCameraWasSwitchedOnAreNoTimeOfDay(Instant cameraTime, Instant ours, boolean tells) {
        ByteBuf out = Unpooled.buffer();
        new SenderReport(7, cameraTime, 0).write(out, 1, 2);
        SenderReport read = Rtcp.senderReport(out);
        // The first second of an era is 0, which says that there is no clock at all.
        assertThat(read != null && read.tellsTime(ours)).isEqualTo(tells);
    }

    @Test
    void aSenderReportIsWhatItWasWrittenFrom() {
        Instant time = Instant.parse("2026-11-21T23:00:00.123456789Z");
        ByteBuf out = Unpooled.buffer();
        new SenderReport(7, time, -9).write(out, 1, 2);
        Rtcp.writeBye(out, 7);

        SenderReport read = Objects.requireNonNull(Rtcp.senderReport(out));
        assertThat(read.cameraTime()).isCloseTo(time, within(1, ChronoUnit.NANOS));
        assertThat(read.timestamp()).isEqualTo(-9);
        assertThat(read.ssrc()).isEqualTo(7);
        assertThat(Rtcp.saysBye(out)).isTrue();
        assertThat(Rtcp.saysBye(out.slice(0, SenderReport.BYTES))).isFalse();
    }

    @Test
    void noBytesMakeTheReadersThrow() {
        Random random = new Random(1);
        for (int i = 0; i < 50_000; i++) {
            byte[] raw = new byte[random.nextInt(64)];
            random.nextBytes(raw);
            if (raw.length > 1 && i % 2 == 0) {
                raw[0] = (byte) (0x80 | (raw[0] & 0x3f));
                raw[1] = (byte) (200 + i % 4);
            }
            ByteBuf bytes = Unpooled.wrappedBuffer(raw);
            RtpPacket packet = RtpPacket.parse(bytes);
            SenderReport report = Rtcp.senderReport(bytes);
            boolean bye = Rtcp.saysBye(bytes);
            assertThat(packet != null || report != null || bye || bytes.readableBytes() == raw.length)
                    .isTrue();
        }
    }

    private static RtpPacket packet(int sequence, int ssrc) {
        return new RtpPacket(false, 96, sequence, 0, ssrc, Unpooled.EMPTY_BUFFER);
    }

    private static ByteBuf bytes(String hex) {
        return Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex));
    }
}
