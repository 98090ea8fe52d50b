package io.kakou.benchmarks;

import io.kakou.rtsp.Codec;
import io.kakou.rtsp.codec.AfterLoss;
import io.kakou.rtsp.codec.CodedPicture;
import io.kakou.rtsp.codec.H264Depacketizer;
import io.kakou.rtsp.rtp.RtpPacket;
import io.kakou.rtsp.rtp.RtpTimeline;
import io.kakou.rtsp.rtp.SequenceWatch;
import io.kakou.rtsp.serve.H264Packetizer;
import io.kakou.rtsp.serve.StreamFormat;
import io.kakou.rtsp.serve.StreamUnit;
import io.kakou.rtsp.wire.InterleavedFrame;
import io.kakou.rtsp.wire.RtspPipeline;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A received packet of H.264 over interleaved TCP, from the connection's bytes to a picture; with {@code -prof gc}, what
 * it allocates: {@code ./kakou bench receive -prof gc}.
 *
 * <p>Pictures of 5,200 bytes in 4 packets, as a sub stream of 1 Mb/s has them. Of what is allocated a packet
 * (B/op), about 1,300 are its share of the picture's own array: a picture outlives its packets, goes to other threads
 * and is kept in the ring of what was seen, so it cannot stand in a buffer that is used again. The rest, some 250, are
 * small and dead at once: the frame, the packet, and two views of the connection's bytes, in Netty's pools where it has
 * them. Bytes are copied twice, from the connection onto the bench of all cameras, and from there into an array of
 * its size.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init") // JMH calls the set-up.
public class ReceiveBenchmark {
    private static final int PICTURE_BYTES = 5200;
    private static final int PACKETS = 4;
    private static final byte[] SPS = {0x67, 0x42, 0x00, 0x1e, (byte) 0x95, (byte) 0xa0, 0x50, 0x7c};
    private static final byte[] PPS = {0x68, (byte) 0xce, 0x3c, (byte) 0x80};
    private static final int STEP = 3600;
    private static final int HEADER = InterleavedFrame.HEADER_BYTES;

    private EmbeddedChannel connection;
    private ByteBuf picture;
    private int[] packets;
    private Media media;
    private int sequence;
    private int timestamp;

    /** Makes the connection and one picture's packets. */
    @Setup
    public void connect(Blackhole seen) {
        media = new Media(seen);
        connection = new EmbeddedChannel();
        RtspPipeline.addTo(connection.pipeline());
        connection.pipeline().addLast(media);
        picture = PooledByteBufAllocator.DEFAULT.directBuffer();
        new H264Packetizer(new StreamFormat(Codec.H264, List.of(SPS, PPS), 640, 360), 0, 1, 0)
                .write(new StreamUnit(0, false, annexB(0x41, PICTURE_BYTES)), 0, picture);
        packets = new int[PACKETS];
        for (int i = 1; i < PACKETS; i++) {
            packets[i] = packets[i - 1] + HEADER + picture.getUnsignedShort(packets[i - 1] + 2);
        }
        keyframe();
    }

    @TearDown
    public void close() {
        picture.release();
        connection.finishAndReleaseAll();
        if (media.pictures == 0) {
            throw new IllegalStateException("no picture came through");
        }
    }

    /** One picture's packets in one piece, as the kernel gives them. */
    @Benchmark
    @OperationsPerInvocation(PACKETS)
    public void receive() {
        timestamp += STEP;
        for (int at : packets) {
            sequence = sequence + 1 & 0xffff;
            picture.setShort(at + HEADER + 2, sequence).setInt(at + HEADER + 4, timestamp);
        }
        ByteBuf read = PooledByteBufAllocator.DEFAULT.directBuffer(picture.readableBytes());
        read.writeBytes(picture, picture.readerIndex(), picture.readableBytes());
        connection.writeInbound(read);
    }

    private void keyframe() {
        ByteBuf frames = PooledByteBufAllocator.DEFAULT.directBuffer();
        H264Packetizer packetizer =
                new H264Packetizer(new StreamFormat(Codec.H264, List.of(SPS, PPS), 640, 360), 0, 1, 0);
        packetizer.write(new StreamUnit(0, true, annexB(0x65, 1000)), 0, frames);
        sequence = 1; // the parameter sets' packet and the slice's
        connection.writeInbound(frames);
    }

    private static byte[] annexB(int header, int size) {
        byte[] nal = new byte[size];
        SplittableRandom chance = new SplittableRandom(size);
        for (int i = 5; i < size; i++) {
            nal[i] = (byte) (0x80 | chance.nextInt(128));
        }
        nal[3] = 1;
        nal[4] = (byte) header;
        nal[5] = (byte) 0x80;
        return nal;
    }

    /** What a session does with the frames. */
    private static final class Media extends ChannelInboundHandlerAdapter {
        private final SequenceWatch sequence = new SequenceWatch();
        private final RtpTimeline timeline = new RtpTimeline(90_000);
        private final H264Depacketizer depacketizer;
        private final Blackhole seen;
        private long pictures;

        Media(Blackhole seen) {
            this.seen = seen;
            this.depacketizer = new H264Depacketizer(List.of(), 1 << 20, AfterLoss.WAIT_FOR_KEYFRAME, this::picture);
        }

        @Override
        public void channelRead(ChannelHandlerContext ctx, Object message) {
            try {
                RtpPacket packet = RtpPacket.parse(((InterleavedFrame) message).content());
                if (packet != null) {
                    switch (sequence.see(packet)) {
                        case NEXT -> depacketizer.packet(packet);
                        case AFTER_LOSS, OLD -> throw new IllegalStateException("a gap of our own making");
                    }
                }
            } finally {
                ReferenceCountUtil.release(message);
            }
        }

        private void picture(CodedPicture picture) {
            pictures++;
            seen.consume(timeline.place(picture.timestamp(), 1, Instant.EPOCH));
            seen.consume(picture.bytes());
        }
    }
}
