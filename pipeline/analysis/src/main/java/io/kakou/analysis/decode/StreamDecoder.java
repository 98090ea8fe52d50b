package io.kakou.analysis.decode;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import io.kakou.rtsp.Codec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a live stream, pixel for pixel those of {@link VideoFile} on the same stream. Torn data gives
 * frames that are not intact, or none; never an exception. One thread owns it.
 *
 * <pre>{@code
 * decoder.send(unit.bytes(), unit.seconds());
 * for (DecodedFrame frame = decoder.next(); frame != null; frame = decoder.next()) { … }
 * }</pre>
 */
public final class StreamDecoder implements AutoCloseable {
    /** More than the 16 pictures that H.264 lets a decoder hold back (A.3.1, MaxDpbFrames), in fields. */
    private static final int HELD_BACK = 64;

    private final FrameDecoder decoder;
    private final AVPacket packet = av_packet_alloc();
    private final double[] seconds = new double[HELD_BACK];
    private boolean draining;
    private boolean closed;

    /** A decoder that has seen nothing. */
    public StreamDecoder(Codec codec) {
        this(codec, Deblocking.WHOLE);
    }

    /** A decoder that has seen nothing, and may leave out a step of decoding. */
    public StreamDecoder(Codec codec, Deblocking deblocking) {
        this.decoder = FrameDecoder.of(codec, deblocking);
    }

    /**
     * Takes one access unit; {@link #next} is to be called until it gives null before the next one.
     *
     * @param accessUnit as in {@link io.kakou.rtsp.AccessUnit}: parameter sets before the first keyframe and wherever
     *     they change
     * @param at seconds on the stream's timeline; comes back with the frame unchanged
     */
    public void send(byte[] accessUnit, double at) {
        if (draining) {
            throw new IllegalStateException("the decoder is being flushed; allowed: next() until it gives null");
        }
        if (closed) {
            throw new IllegalStateException("the decoder is closed");
        }
        if (accessUnit.length == 0) {
            return;
        }
        if (av_new_packet(packet, accessUnit.length) < 0) {
            throw new OutOfMemoryError("no memory for an access unit of " + accessUnit.length + " bytes");
        }
        packet.data().put(accessUnit, 0, accessUnit.length);
        seconds[slot(decoder.sent() + 1)] = at;
        decoder.send(packet);
        av_packet_unref(packet);
    }

    /** The next frame from the first clean keyframe on, or null until more is sent. */
    public @Nullable DecodedFrame next() {
        if (decoder.receive()) {
            return new DecodedFrame(decoder, seconds[slot(decoder.ticket())], null);
        }
        if (draining) {
            draining = false;
            decoder.reset();
        }
        return null;
    }

    /**
     * Makes {@link #next} give what the decoder holds back; once it has given null, the decoder waits for a keyframe
     * again. For the end of a session, and after a gap in it.
     */
    public void flush() {
        if (!draining) {
            draining = true;
            decoder.send(null);
        }
    }

    /** Access units and frames so far that were damaged, or came before a clean keyframe. */
    public long damaged() {
        return decoder.damaged();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            av_packet_free(packet);
            decoder.close();
        }
    }

    private static int slot(long unit) {
        return (int) Math.floorMod(unit, (long) HELD_BACK);
    }
}
