package io.kakou.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.rtsp.RtspException.Code;
import io.kakou.rtsp.rtp.RtpHeader;
import io.kakou.rtsp.rtp.RtpPacket;
import io.kakou.rtsp.wire.InterleavedFrame;
import io.kakou.rtsp.wire.RtspPipeline;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole conversations in which a camera's words are spoilt: a session may fail, but never by a fault of our own. */
class ConversationFuzzTest {
    private static final int CONVERSATIONS = 300;
    private static final String SDP =
            """
            v=0\r
            m=video 0 RTP/AVP 96\r
            a=rtpmap:96 H264/90000\r
            a=control:t1\r
            a=fmtp:96 packetization-mode=1;sprop-parameter-sets=Z0IAHpWgUHw=,aM48gA==\r
            """;
    private static final String CHALLENGE =
            """
            RTSP/1.0 401 Unauthorized\r
            CSeq: 2\r
            WWW-Authenticate: Digest realm="r", nonce="n", qop="auth"\r
            \r
            """;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void a_camera_that_lies_breaks_its_own_session_at_most(long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        int streamed = 0;
        for (int i = 0; i < CONVERSATIONS; i++) {
            Heard heard = converse(chance);
            streamed += heard.units.isEmpty() ? 0 : 1;
            assertThat(heard.failures).as("conversation %d", i).noneMatch(why -> why.code() == Code.FAULT);
        }
        assertThat(streamed).as("conversations that came as far as a picture").isPositive();
    }

    private static Heard converse(SplittableRandom chance) {
        Heard heard = new Heard();
        EmbeddedChannel channel = new EmbeddedChannel();
        RtspPipeline.addTo(channel.pipeline());
        channel.pipeline()
                .addLast(new Conversation(
                        RtspAddress.of("cam-1", "rtsp://a:b@h/live"),
                        SessionSettings.defaults(),
                        InstantSource.system(),
                        heard));
        channel.pipeline().fireChannelActive();
        for (byte[] real : camera()) {
            if (channel.isActive()) {
                channel.writeInbound(Unpooled.copiedBuffer(chance.nextInt(4) == 0 ? spoilt(real, chance) : real));
            }
        }
        channel.finishAndReleaseAll();
        return heard;
    }

    private static byte[] spoilt(byte[] real, SplittableRandom chance) {
        byte[] bytes = real.clone();
        for (int steps = 1 + chance.nextInt(4); steps > 0; steps--) {
            bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
        }
        return chance.nextInt(4) == 0 ? Arrays.copyOf(bytes, chance.nextInt(bytes.length)) : bytes;
    }

    /** What a camera says from its first answer to its second picture. */
    private static List<byte[]> camera() {
        List<byte[]> words = new ArrayList<>();
        words.add(answer(1, "Public: OPTIONS, GET_PARAMETER", ""));
        words.add(ascii(CHALLENGE));
        words.add(answer(3, "Content-Base: rtsp://h/live/", SDP));
        words.add(answer(4, "Session: 77;timeout=60\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1", ""));
        words.add(answer(5, "Session: 77", ""));
        byte[][] nals = {Nal.SPS, Nal.PPS, Nal.idr(900, 1), Nal.p(400, 2)};
        for (int i = 0; i < nals.length; i++) {
            words.add(frame(nals[i], new RtpHeader(i >= 2, 96, i, i < 3 ? 0 : 3600, 1)));
        }
        return words;
    }

    private static byte[] frame(byte[] nal, RtpHeader header) {
        ByteBuf out = Unpooled.buffer();
        InterleavedFrame.writeHeader(out, 0, RtpPacket.HEADER_BYTES + nal.length);
        RtpPacket.writeHeader(out, header);
        return ByteBufUtil.getBytes(out.writeBytes(nal));
    }

    private static byte[] answer(int number, String headers, String body) {
        return ascii("RTSP/1.0 200 OK\r\nCSeq: " + number + "\r\n" + headers + "\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
