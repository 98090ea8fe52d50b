package io.kakou.benchmarks.fuzz;

import io.kakou.rtsp.wire.RtspPipeline;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import java.util.List;
import java.util.SplittableRandom;

/** The reader of a connection, in pieces that end anywhere. It may refuse with a {@link DecoderException}. */
final class WireTarget implements Target {
    private static final int INPUTS_A_CONNECTION = 50;
    private static final int LONGEST_PIECE = 2000;

    private final List<byte[]> real;
    private final SplittableRandom chance;
    private final UnpooledByteBufAllocator memory = new UnpooledByteBufAllocator(false, true);
    private EmbeddedChannel connection = fresh();
    private int inputs;

    WireTarget(List<byte[]> real, SplittableRandom chance) {
        this.real = real;
        this.chance = chance;
    }

    @Override
    public List<byte[]> real() {
        return real;
    }

    @Override
    public void read(byte[] input) {
        boolean refused = false;
        for (int from = 0; from < input.length && !refused; ) {
            int length = Math.min(input.length - from, 1 + chance.nextInt(LONGEST_PIECE));
            refused = refuses(input, from, length);
            from += length;
        }
        if (refused || ++inputs == INPUTS_A_CONNECTION) {
            close();
            connection = fresh();
            inputs = 0;
        }
    }

    @Override
    public void close() {
        try {
            connection.finishAndReleaseAll();
        } catch (DecoderException | PrematureChannelClosureException e) {
            connection.releaseInbound();
        }
        long held = memory.metric().usedHeapMemory();
        if (held != 0) {
            throw new IllegalStateException(held + " bytes of a closed connection are still held");
        }
    }

    private boolean refuses(byte[] input, int from, int length) {
        ByteBuf piece = memory.heapBuffer(length).writeBytes(input, from, length);
        try {
            connection.writeInbound(piece);
            connection.releaseInbound();
            return false;
        } catch (DecoderException e) {
            return true;
        }
    }

    private EmbeddedChannel fresh() {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.config().setAllocator(memory);
        RtspPipeline.addTo(channel.pipeline());
        return channel;
    }
}
