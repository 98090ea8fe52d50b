package io.kakou.rtsp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.rtsp.Nal;
import io.kakou.rtsp.rtp.RtpPacket;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class H265DepacketizerTest {
    private static final byte[] VPS = hex("40010c01ffff01600000030090000003000003005dac09");
    private static final byte[] SPS =
            hex("42010101600000030090000003000003005da00280802d1636b924cbf0080000030008000003004d40");
    private static final byte[] PPS = hex("4401c172b46240");
    private static final byte[] IDR = unit(19, 50, 1);
    private static final byte[] CRA = unit(21, 50, 4);
    private static final byte[] RASL = unit(8, 20, 5);
    private static final byte[] P = unit(1, 30, 2);
    private static final byte[] SEI = hex("4e01891800");
    private static final byte[] AUD = hex("460150");
    private static final byte[] KEYFRAME = Nal.annexB(VPS, SPS, PPS, IDR);
    private static final int BOUND = 4096;

    private final List<CodedPicture> out = new ArrayList<>();
    private final H265Depacketizer depacketizer = depacketizer(List.of(), AfterLoss.WAIT_FOR_KEYFRAME);

    static List<Arguments> keyframes() {
        byte[] sets = ap(VPS, SPS, PPS);
        return List.of(
                Arguments.of("single units", List.of(VPS, SPS, PPS, IDR), KEYFRAME),
                Arguments.of("sets in an AP", List.of(sets, IDR), KEYFRAME),
                Arguments.of("all in an AP", List.of(ap(VPS, SPS, PPS, IDR)), KEYFRAME),
                Arguments.of("slice in two FUs", List.of(sets, fu(IDR, 2, 20, 0x80), fu(IDR, 20, 50, 0x40)), KEYFRAME),
                Arguments.of(
                        "slice in three FUs, one empty",
                        List.of(sets, fu(IDR, 2, 20, 0x80), fu(IDR, 20, 20, 0), fu(IDR, 20, 50, 0x40)),
                        KEYFRAME),
                Arguments.of("clean random access", List.of(sets, CRA), Nal.annexB(VPS, SPS, PPS, CRA)),
                Arguments.of("sets after SEI", List.of(AUD, SEI, sets, IDR), Nal.annexB(VPS, SPS, PPS, SEI, IDR)),
                Arguments.of("a higher layer beside", List.of(sets, IDR, layer(IDR)), KEYFRAME));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keyframes")
    void aKeyframeBeginsWithItsParameterSets(String name, List<byte[]> payloads, byte[] expected) {
        send(depacketizer, 9000, payloads);

        assertThat(out).as(name).hasSize(1);
        assertThat(out.get(0).keyframe()).isTrue();
        assertThat(out.get(0).timestamp()).isEqualTo(9000);
        assertThat(out.get(0).bytes()).isEqualTo(expected);
    }

    @Test
    void parameterSetsOfTheDescriptionServeAndThoseInBandReplaceThem() {
        byte[] otherPps = PPS.clone();
        otherPps[5]++;
        H265Depacketizer seeded = depacketizer(List.of(VPS, SPS, PPS), AfterLoss.WAIT_FOR_KEYFRAME);
        send(seeded, 1, List.of(IDR));
        send(seeded, 2, List.of(otherPps, IDR));

        assertThat(out).extracting(CodedPicture::bytes).containsExactly(KEYFRAME, Nal.annexB(VPS, SPS, otherPps, IDR));
    }

    @Test
    void aSequenceSetIsKnownByItsIdBehindProfileAndLevel() {
        // The id is the first bit behind 13 bytes, two of them there to keep start codes out: 1 says 0, 011 says 1...
        // 2.
        byte[] second = SPS.clone();
        int at = HexFormat.of().formatHex(SPS).indexOf("5da0") / 2 + 1;
        second[at] = 0x50; // 010: id 1
        send(depacketizer, 1, List.of(VPS, SPS, second, PPS, IDR));
        assertThat(out.get(0).bytes()).isEqualTo(Nal.annexB(VPS, SPS, second, PPS, IDR));
    }

    @Test
    void nothingComesBeforeAKeyframeWithAllThreeParameterSets() {
        send(depacketizer, 1, List.of(P));
        send(depacketizer, 2, List.of(SPS, PPS, IDR));
        send(depacketizer, 3, List.of(VPS, IDR));
        send(depacketizer, 4, List.of(P));

        assertThat(out).extracting(CodedPicture::timestamp).containsExactly(3, 4);
        assertThat(depacketizer.dropped()).isEqualTo(2);
    }

    @Test
    void picturesBeforeARandomAccessPictureAreLeftOutOnlyWhereItBeginsAnew() {
        send(depacketizer, 1, List.of(VPS, SPS, PPS, CRA));
        send(depacketizer, 2, List.of(RASL));
        send(depacketizer, 3, List.of(P));
        send(depacketizer, 4, List.of(CRA));
        send(depacketizer, 5, List.of(RASL));

        assertThat(out).extracting(CodedPicture::timestamp).containsExactly(1, 3, 4, 5);
    }

    static List<Arguments> torn() {
        return List.of(
                Arguments.of("FU without its end", List.of(fu(IDR, 2, 20, 0x80))),
                Arguments.of("FU without its beginning", List.of(fu(IDR, 20, 50, 0x40))),
                Arguments.of(
                        "FU begun twice", List.of(fu(IDR, 2, 20, 0x80), fu(IDR, 2, 20, 0x80), fu(IDR, 20, 50, 64))),
                Arguments.of("FU broken by another unit", List.of(fu(IDR, 2, 20, 0x80), SEI, fu(IDR, 20, 50, 0x40))),
                Arguments.of("FU without its header", List.of(hex("6201"), IDR)),
                Arguments.of("half a header", List.of(hex("26"), IDR)),
                Arguments.of("AP that says more than it holds", List.of(hex("6001000926"), IDR)),
                Arguments.of("PACI", List.of(hex("6401000000"), IDR)),
                Arguments.of("larger than the bound", List.of(unit(19, BOUND, 3))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("torn")
    void aTornPictureIsDroppedAndTheNextKeyframeAwaited(String name, List<byte[]> payloads) {
        send(depacketizer, 1, List.of(VPS, SPS, PPS, IDR));
        send(depacketizer, 2, payloads);
        send(depacketizer, 3, List.of(P));
        send(depacketizer, 4, List.of(IDR));

        assertThat(out).as(name).extracting(CodedPicture::timestamp).containsExactly(1, 4);
        assertThat(depacketizer.dropped()).isEqualTo(2);
    }

    @Test
    void whatIsNotReadIsNamed() {
        assertThat(depacketizer.unread()).isNull();
        send(depacketizer, 1, List.of(hex("6401000000")));
        assertThat(depacketizer.unread()).isEqualTo("PACI packets");
    }

    @Test
    void noPayloadMakesItThrowOrGrowPastItsBound() {
        Random random = new Random(11);
        send(depacketizer, -1, List.of(VPS, SPS, PPS, IDR));
        for (int i = 0; i < 100_000; i++) {
            byte[] payload = new byte[random.nextInt(i % 50 == 0 ? BOUND : 40)];
            random.nextBytes(payload);
            if (payload.length > 1 && i % 3 == 0) {
                payload[0] = (byte) new int[] {0x40, 0x42, 0x44, 0x26, 0x02, 0x60, 0x62}[random.nextInt(7)];
                payload[1] = 1;
            }
            if (random.nextInt(20) == 0) {
                depacketizer.lost();
            }
            payload(depacketizer, i / 4, random.nextInt(4) == 0, payload);
        }
        assertThat(out).hasSizeGreaterThan(1).allSatisfy(picture -> assertThat(picture.bytes())
                .hasSizeLessThan(BOUND + (16 + 16 + 64) * (ParameterSets.LONGEST + 4)));
    }

    private H265Depacketizer depacketizer(List<byte[]> sets, AfterLoss afterLoss) {
        return new H265Depacketizer(sets, BOUND, afterLoss, out::add);
    }

    private static void send(H265Depacketizer to, int timestamp, List<byte[]> payloads) {
        for (int i = 0; i < payloads.size(); i++) {
            payload(to, timestamp, i == payloads.size() - 1, payloads.get(i));
        }
    }

    private static void payload(H265Depacketizer to, int timestamp, boolean marker, byte[] bytes) {
        to.packet(new RtpPacket(marker, 96, 0, timestamp, 1, Unpooled.wrappedBuffer(bytes)));
    }

    private static byte[] unit(int type, int size, long seed) {
        byte[] slice = Nal.slice(0, size - 1, seed);
        slice[0] = 1;
        return Nal.join(new byte[] {(byte) (type << 1)}, slice);
    }

    private static byte[] layer(byte[] unit) {
        byte[] copy = unit.clone();
        copy[1] |= 1 << 3;
        return copy;
    }

    private static byte[] ap(byte[]... nals) {
        byte[] all = {0x60, 1};
        for (byte[] nal : nals) {
            all = Nal.join(all, new byte[] {0, (byte) nal.length}, nal);
        }
        return all;
    }

    private static byte[] fu(byte[] nal, int from, int to, int flags) {
        byte[] part = Arrays.copyOfRange(nal, from, to);
        return Nal.join(new byte[] {0x62, nal[1], (byte) (flags | (nal[0] >> 1 & 0x3f))}, part);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
