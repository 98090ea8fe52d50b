package io.kakou.rtsp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kakou.rtsp.Nal;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InterleavedDecoderTest {
    private static final String HEAD = "RTSP/1.0 200 OK\r\nCSeq: 2\r\ncontent-length:  11\r\n\r\n";
    private static final String BODY = "v=0\r\ns=a$b\r\n".substring(0, 11);
    private static final String OK = "RTSP/1.0 200 OK\r\nCSeq: 3\r\n\r\n";

    static List<Arguments> streams() {
        byte[] frame = frame(0, new byte[] {(byte) 0x80, 1, 2, '$', 0});
        byte[] empty = frame(1, new byte[0]);
        return List.of(
                Arguments.of(
                        "between messages", Nal.join(ascii(HEAD + BODY), frame, empty, ascii(OK)), HEAD + BODY + OK, 2),
                Arguments.of("between headers and body", Nal.join(ascii(HEAD), frame, ascii(BODY)), HEAD + BODY, 1),
                Arguments.of(
                        "inside a header line",
                        Nal.join(ascii(HEAD.substring(0, 20)), frame, ascii(HEAD.substring(20) + BODY)),
                        HEAD + BODY,
                        1),
                Arguments.of(
                        "inside a body",
                        Nal.join(ascii(HEAD + "v=0"), frame, frame, ascii(BODY.substring(3)), empty),
                        HEAD + BODY,
                        3),
                Arguments.of("before anything", Nal.join(frame, ascii(OK), frame), OK, 2),
                Arguments.of("after empty lines", Nal.join(ascii("\r\n\r\n" + OK + "\r\n"), frame), OK, 1),
                Arguments.of(
                        "after garbage",
                        Nal.join(ascii(OK), new byte[] {0, 1, '$', 'x', 'R', 'T', 'S', '$', 0, 0}, frame, ascii(OK)),
                        OK + OK,
                        1));
    }

    @ParameterizedTest(name = "frames {0}")
    @MethodSource("streams")
    void splitsTheSameHoweverItIsCut(String name, byte[] stream, String text, int frames) {
        for (int seed = 0; seed < 200; seed++) {
            Split split = split(stream, seed == 0 ? null : new Random(seed));
            assertThat(split.text()).as("cut %d of %s", seed, name).isEqualTo(text);
            assertThat(split.frames()).as("cut %d of %s", seed, name).hasSize(frames);
        }
    }

    @Test
    void framesKeepTheirChannelAndTheirBytes() {
        assertThat(split(frame(3, new byte[] {9, 8, 7}), null).frames()).containsExactly("3:090807");
    }

    /** As after a pause: read upon read, of which none ends where a frame does. */
    @Test
    void what_waited_for_a_busy_machine_takes_no_more_memory_than_two_reads() {
        byte[] frame = frame(0, new byte[200]);
        byte[] read = Nal.join(Collections.nCopies(300, frame).toArray(byte[][]::new));
        UnpooledByteBufAllocator buffers = new UnpooledByteBufAllocator(false);
        EmbeddedChannel channel = new EmbeddedChannel(new InterleavedDecoder(), new ChannelInboundHandlerAdapter() {
            @Override
            public void channelRead(ChannelHandlerContext ctx, Object frame) {
                ReferenceCountUtil.release(frame);
            }
        });
        channel.config().setAllocator(buffers);
        ChannelFuture unused = channel.writeOneInbound(buffers.buffer().writeBytes(read, 0, 100));
        for (int i = 0; i < 15; i++) {
            ByteBuf next = buffers.buffer(read.length);
            next.writeBytes(read, 100, read.length - 100).writeBytes(read, 0, 100);
            unused = channel.writeOneInbound(next);
            assertThat(buffers.metric().usedHeapMemory()).isLessThan(2L * read.length);
        }
        channel.finishAndReleaseAll();
        assertThat(buffers.metric().usedHeapMemory()).isZero();
    }

    @ParameterizedTest
    @MethodSource
    void refuses(String stream, String why) {
        assertThatThrownBy(() -> split(ascii(stream), null))
                .isInstanceOf(DecoderException.class)
                .hasMessageContaining(why);
    }

    static List<Arguments> refuses() {
        return List.of(
                Arguments.of("<html>hello</html>", "no RTSP, it begins with \"<html>hello</html>\""),
                Arguments.of("RTSP/1.0 200 OK\r\nContent-Length: 9999999\r\n\r\n", "allowed: 0 to 65536"),
                Arguments.of("RTSP/1.0 200 OK\r\nContent-Length: -1\r\n\r\n", "Content-Length \"-1\""),
                Arguments.of("RTSP/1.0 200 OK\r\nX: " + "y".repeat(9000), "a header line of more than 8192 bytes"),
                Arguments.of(OK + "?".repeat(InterleavedDecoder.MOST_GARBAGE + 1), "neither RTSP nor RTP"));
    }

    @Test
    void noBytesOfAnyKindMakeItThrowAnythingElse() {
        for (int seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(600)];
            random.nextBytes(bytes);
            byte[] stream = seed % 2 == 0 ? bytes : Nal.join(ascii(seed % 4 == 1 ? OK : HEAD), bytes);
            EmbeddedChannel channel = new EmbeddedChannel();
            RtspPipeline.addTo(channel.pipeline());
            try {
                channel.writeInbound(Unpooled.wrappedBuffer(stream));
                channel.finishAndReleaseAll();
            } catch (CorruptedFrameException | PrematureChannelClosureException expected) {
                channel.releaseInbound();
            }
        }
    }

    private static Split split(byte[] stream, @Nullable Random cuts) {
        EmbeddedChannel channel = new EmbeddedChannel(new InterleavedDecoder());
        int at = 0;
        while (at < stream.length) {
            int length = cuts == null ? stream.length : Math.min(stream.length - at, 1 + cuts.nextInt(7));
            channel.writeInbound(Unpooled.copiedBuffer(stream, at, length));
            at += length;
        }
        channel.finish();
        Split split = new Split(new StringBuilder(), new ArrayList<>());
        for (Object out = channel.readInbound(); out != null; out = channel.readInbound()) {
            if (out instanceof InterleavedFrame frame) {
                split.frames().add(frame.channel() + ":" + ByteBufUtil.hexDump(frame.content()));
            } else {
                split.all().append(((ByteBuf) out).toString(StandardCharsets.US_ASCII));
            }
            ReferenceCountUtil.release(out);
        }
        return split;
    }

    private record Split(StringBuilder all, List<String> frames) {
        String text() {
            return all.toString();
        }
    }

    private static byte[] frame(int channel, byte[] payload) {
        return Nal.join(new byte[] {'$', (byte) channel, 0, (byte) payload.length}, payload);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
