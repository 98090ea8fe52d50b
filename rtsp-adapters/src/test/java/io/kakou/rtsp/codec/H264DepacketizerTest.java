package io.kakou.rtsp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.rtsp.Nal;
import io.kakou.rtsp.rtp.RtpPacket;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class H264DepacketizerTest {
    private static final byte[] IDR = Nal.idr(50, 1);
    private static final byte[] P = Nal.p(30, 2);
    private static final byte[] SEI = {0x06, 0x05, 0x01, 0x7f, (byte) 0x80};
    private static final byte[] AUD = {0x09, (byte) 0xf0};
    private static final byte[] KEYFRAME = Nal.annexB(Nal.SPS, Nal.PPS, IDR);
    private static final int BOUND = 4096;

    private final List<CodedPicture> out = new ArrayList<>();
    private final H264Depacketizer depacketizer = depacketizer(List.of(), AfterLoss.WAIT_FOR_KEYFRAME);

    static List<Arguments> keyframes() {
        byte[] sets = stap(Nal.SPS, Nal.PPS);
        return List.of(
                Arguments.of("single units", List.of(Nal.SPS, Nal.PPS, IDR), KEYFRAME),
                Arguments.of("sets in a STAP-A", List.of(sets, IDR), KEYFRAME),
                Arguments.of("all in a STAP-A", List.of(stap(Nal.SPS, Nal.PPS, IDR)), KEYFRAME),
                Arguments.of(
                        "slice in two FU-As", List.of(sets, fu(IDR, 1, 20, 0x80), fu(IDR, 20, 50, 0x40)), KEYFRAME),
                Arguments.of(
                        "slice in three FU-As, one empty",
                        List.of(sets, fu(IDR, 1, 20, 0x80), fu(IDR, 20, 20, 0), fu(IDR, 20, 50, 0x40)),
                        KEYFRAME),
                Arguments.of(
                        "fragmented SPS",
                        List.of(fu(Nal.SPS, 1, 4, 0x80), fu(Nal.SPS, 4, 8, 0x40), Nal.PPS, IDR),
                        KEYFRAME),
                Arguments.of("sets after SEI", List.of(AUD, SEI, sets, IDR), Nal.annexB(Nal.SPS, Nal.PPS, SEI, IDR)),
                Arguments.of("empty payloads between", List.of(sets, new byte[0], IDR, new byte[0]), KEYFRAME));
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

    static List<Arguments> passedOver() {
        return List.of(
                Arguments.of("single units", List.of(P)),
                Arguments.of("fragments", List.of(fu(P, 1, 10, 0x80), fu(P, 10, 20, 0), fu(P, 20, 30, 0x40))),
                Arguments.of("a torn one", List.of(fu(P, 1, 10, 0x80))),
                Arguments.of("behind its delimiter", List.of(AUD, SEI, P)),
                Arguments.of("in a STAP-A", List.of(stap(AUD, P))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passedOver")
    void whereKeyframesAreWantedWhatIsInBetweenIsPassedOverUpToTheNext(String name, List<byte[]> between) {
        List<Wanted> wanted = new ArrayList<>(List.of(Wanted.KEYFRAMES));
        depacketizer.ask(() -> wanted.get(0));
        send(depacketizer, 1, List.of(Nal.SPS, Nal.PPS, IDR));
        send(depacketizer, 2, between);
        send(depacketizer, 3, List.of(IDR));
        send(depacketizer, 4, between);
        wanted.set(0, Wanted.EVERY_PICTURE);
        send(depacketizer, 5, List.of(P));
        send(depacketizer, 6, List.of(IDR));
        send(depacketizer, 7, List.of(P));

        assertThat(out).as(name).extracting(CodedPicture::timestamp).containsExactly(1, 3, 6, 7);
        assertThat(out.get(1).bytes()).isEqualTo(KEYFRAME);
        assertThat(depacketizer.dropped()).isZero();
    }

    @Test
    void aKeyframeTornAmongPassedOverPicturesIsNotGivenOut() {
        depacketizer.ask(() -> Wanted.KEYFRAMES);
        send(depacketizer, 1, List.of(Nal.SPS, Nal.PPS, IDR));
        send(depacketizer, 2, List.of(P));
        depacketizer.lost();
        send(depacketizer, 3, List.of(fu(IDR, 20, 50, 0x40)));
        send(depacketizer, 4, List.of(P));
        send(depacketizer, 5, List.of(IDR));

        assertThat(out).extracting(CodedPicture::timestamp).containsExactly(1, 5);
    }

    @Test
    void aRecoveryPointIsAKeyframeThatIsWanted() {
        byte[] recovery = {0x06, 0x06, 0x01, (byte) 0xc4, (byte) 0x80};
        depacketizer.ask(() -> Wanted.KEYFRAMES);
        send(depacketizer, 1, List.of(Nal.SPS, Nal.PPS, IDR));
        send(depacketizer, 2, List.of(recovery, P));
        send(depacketizer, 3, List.of(P));

        assertThat(out).extracting(CodedPicture::timestamp).containsExactly(1, 2);
    }

    @Test
    void parameterSetsOfTheDescriptionServeWhereNoneComeInBand() {
        send(depacketizer(List.of(Nal.SPS, Nal.PPS), AfterLoss.WAIT_FOR_KEYFRAME), 1, List.of(IDR));
        assertThat(out.get(0).bytes()).isEqualTo(KEYFRAME);
    }

    @Test
    void laterParameterSetsReplaceThoseOfTheSameIdAndOthersStandBesideThem() {
        byte[] otherSps = Nal.SPS.clone();
        otherSps[7]++;
        byte[] secondPps = {0x68, 0x4e, 0x3c, (byte) 0x80};
        H264Depacketizer seeded = depacketizer(List.of(Nal.SPS, Nal.PPS), AfterLoss.WAIT_FOR_KEYFRAME);
        send(seeded, 1, List.of(otherSps, secondPps, IDR));
        assertThat(out.get(0).bytes()).isEqualTo(Nal.annexB(otherSps, Nal.PPS, secondPps, IDR));
    }

    @Test
    void nothingComesBeforeTheFirstKeyframeNorWithoutParameterSets() {
        send(depacketizer, 1, List.of(P));
        send(depacketizer, 2, List.of(IDR));
        send(depacketizer, 3, List.of(P));
        send(depacketizer, 4, List.of(Nal.SPS, Nal.PPS, IDR));
        send(depacketizer, 5, List.of(P));

        assertThat(out).extracting(CodedPicture::timestamp).containsExactly(4, 5);
        assertThat(out.get(1).bytes()).isEqualTo(Nal.annexB(P));
        assertThat(depacketizer.dropped()).isEqualTo(3);
    }

    @Test
    void aNewTimestampEndsAPictureWhoseMarkerNeverCame() {
        payload(depacketizer, 1, false, stap(Nal.SPS, Nal.PPS));
        payload(depacketizer, 1, false, IDR);
        payload(depacketizer, 2, false, P);
        payload(depacketizer, 3, false, P);

        assertThat(out).extracting(CodedPicture::timestamp).containsExactly(1, 2);
    }

    @Test
    void aMarkerBehindParameterSetsAloneEndsNothing() {
        payload(depacketizer, 1, true, stap(Nal.SPS, Nal.PPS));
        payload(depacketizer, 1, true, IDR);

        assertThat(out.get(0).bytes()).isEqualTo(KEYFRAME);
        assertThat(depacketizer.dropped()).isZero();
    }

    @Test
    void aRecoveryPointOpensTheEyesWhereNoIdrEverComes() {
        byte[] buffering = {0x06, 0x00, 0x02, 0x00, 0x00, 0x03, 0x06, 0x01, (byte) 0xc4, (byte) 0x80};
        byte[] other = {0x06, 0x05, 0x02, 0x06, 0x01, (byte) 0x80};
        send(depacketizer, 1, List.of(Nal.SPS, Nal.PPS, other, P));
        send(depacketizer, 2, List.of(buffering, P));
        send(depacketizer, 3, List.of(P));

        assertThat(out).extracting(CodedPicture::timestamp).containsExactly(2, 3);
        assertThat(out).extracting(CodedPicture::keyframe).containsExactly(true, false);
        assertThat(out.get(0).bytes()).isEqualTo(Nal.annexB(Nal.SPS, Nal.PPS, buffering, P));
    }

    @ParameterizedTest
    @CsvSource({
        "25, interleaved (STAP-B)",
        "26, interleaved (MTAP16)",
        "27, interleaved (MTAP24)",
        "29, interleaved (FU-B)",
        "30, undefined (type 30)"
    })
    void whatIsNotReadIsNamed(int type, String name) {
        assertThat(depacketizer.unread()).isNull();
        send(depacketizer, 1, List.of(new byte[] {(byte) (0x60 | type), 0, 0, 0, 1, 0x41}));
        assertThat(depacketizer.unread()).isEqualTo(name + " packets");
    }

    static List<Arguments> torn() {
        return List.of(
                Arguments.of("FU-A without its end", List.of(fu(IDR, 1, 20, 0x80))),
                Arguments.of("FU-A without its beginning", List.of(fu(IDR, 20, 50, 0x40))),
                Arguments.of(
                        "FU-A begun twice", List.of(fu(IDR, 1, 20, 0x80), fu(IDR, 1, 20, 0x80), fu(IDR, 20, 50, 0x40))),
                Arguments.of("FU-A broken by another unit", List.of(fu(IDR, 1, 20, 0x80), SEI, fu(IDR, 20, 50, 0x40))),
                Arguments.of("FU-A of one byte", List.of(new byte[] {0x7c}, IDR)),
                Arguments.of("STAP-A that says more than it holds", List.of(new byte[] {0x78, 0, 9, 0x41}, IDR)),
                Arguments.of("a mode that was not agreed", List.of(new byte[] {0x79, 0, 0, 0, 1, 0x41}, IDR)),
                Arguments.of("larger than the bound", List.of(Nal.idr(BOUND, 3))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("torn")
    void aTornPictureIsDroppedAndTheNextKeyframeAwaited(String name, List<byte[]> payloads) {
        send(depacketizer, 1, List.of(Nal.SPS, Nal.PPS, IDR));
        send(depacketizer, 2, payloads);
        send(depacketizer, 3, List.of(P));
        send(depacketizer, 4, List.of(IDR));

        assertThat(out).as(name).extracting(CodedPicture::timestamp).containsExactly(1, 4);
        assertThat(depacketizer.dropped()).isEqualTo(2);
    }

    @Test
    void afterALossNothingComesUntilTheNextWholeKeyframe() {
        send(depacketizer, 1, List.of(Nal.SPS, Nal.PPS, IDR));
        depacketizer.lost();
        send(depacketizer, 2, List.of(P));
        send(depacketizer, 3, List.of(IDR));
        send(depacketizer, 4, List.of(P));

        assertThat(out).extracting(CodedPicture::timestamp).containsExactly(1, 3, 4);
    }

    @Test
    void aKeyframeWhoseFirstSliceWasLostIsNotWhole() {
        byte[] secondSlice = Nal.idr(40, 5);
        secondSlice[1] &= 0x7f;
        send(depacketizer, 1, List.of(Nal.SPS, Nal.PPS, IDR));
        depacketizer.lost();
        send(depacketizer, 2, List.of(secondSlice));
        send(depacketizer, 3, List.of(IDR, secondSlice));

        assertThat(out).extracting(CodedPicture::timestamp).containsExactly(1, 3);
    }

    @Test
    void aLossInsideAPictureTearsIt() {
        send(depacketizer, 1, List.of(Nal.SPS, Nal.PPS, IDR));
        payload(depacketizer, 2, false, IDR);
        depacketizer.lost();
        payload(depacketizer, 2, true, IDR);

        assertThat(out).hasSize(1);
    }

    @Test
    void whoAsksToGoOnGetsTheNextWholePicture() {
        H264Depacketizer live = depacketizer(List.of(), AfterLoss.GO_ON);
        send(live, 1, List.of(Nal.SPS, Nal.PPS, IDR));
        send(live, 2, List.of(fu(P, 1, 20, 0x80)));
        live.lost();
        send(live, 3, List.of(P));

        assertThat(out).extracting(CodedPicture::timestamp).containsExactly(1, 3);
    }

    @Test
    void noPayloadMakesItThrowOrGrowPastItsBound() {
        Random random = new Random(11);
        for (int i = 0; i < 100_000; i++) {
            byte[] payload = new byte[random.nextInt(i % 50 == 0 ? BOUND : 40)];
            random.nextBytes(payload);
            if (payload.length > 0 && i % 3 == 0) {
                payload[0] = (byte) new int[] {0x67, 0x68, 0x65, 0x41, 0x78, 0x7c}[random.nextInt(6)];
            }
            if (random.nextInt(20) == 0) {
                depacketizer.lost();
            }
            payload(depacketizer, i / 4, random.nextInt(4) == 0, payload);
        }
        assertThat(out).isNotEmpty().allSatisfy(picture -> assertThat(picture.bytes())
                .hasSizeLessThan(BOUND + 288 * (ParameterSets.LONGEST + 4)));
    }

    private H264Depacketizer depacketizer(List<byte[]> sets, AfterLoss afterLoss) {
        return new H264Depacketizer(sets, BOUND, afterLoss, out::add);
    }

    private static void send(H264Depacketizer to, int timestamp, List<byte[]> payloads) {
        for (int i = 0; i < payloads.size(); i++) {
            payload(to, timestamp, i == payloads.size() - 1, payloads.get(i));
        }
    }

    private static void payload(H264Depacketizer to, int timestamp, boolean marker, byte[] bytes) {
        to.packet(new RtpPacket(marker, 96, 0, timestamp, 1, Unpooled.wrappedBuffer(bytes)));
    }

    private static byte[] stap(byte[]... nals) {
        byte[] all = {0x78};
        for (byte[] nal : nals) {
            all = Nal.join(all, new byte[] {0, (byte) nal.length}, nal);
        }
        return all;
    }

    private static byte[] fu(byte[] nal, int from, int to, int flags) {
        byte[] part = java.util.Arrays.copyOfRange(nal, from, to);
        return Nal.join(new byte[] {(byte) ((nal[0] & 0xe0) | 28), (byte) (flags | (nal[0] & 0x1f))}, part);
    }
}
