package io.kakou.analysis.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_COPY_OPAQUE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.kakou.rtsp.Codec;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * One libavcodec decoder on the caller's thread, and the rule which of its pictures are let out. Files and live streams
 * share it, so that both see the same.
 *
 * <p>The first clean keyframe opens the eyes; nothing is let out before. After damage every picture is torn, also those
 * the decoder finds no fault with, until a clean intra picture stands on its own again, or a recovery point of H.264 has
 * renewed the picture part by part: pictures that refer to a torn one inherit its holes.
 */
final class FrameDecoder implements AutoCloseable {
    private final AVCodecContext context;
    private final @Nullable FrameNumbers frameNumbers;
    private final AVFrame frame = av_frame_alloc();
    private boolean open;
    private boolean intact;
    private long sent;

    /** The units that tore the stream since it last healed, by number: pictures decoded before them are whole. */
    private long firstTear;

    private long lastTear;

    /** The last unit that did not decode clean; one that only follows a gap may be clean itself. */
    private long lastDamage = -1;

    /** The last unit that decoded clean and stands on its own. */
    private long healed = -1;

    /** The unit whose recovery point renews the picture by degrees, and the one that is whole by it. */
    private long recoveryBegan = -1;

    private long recovered = -1;

    private long number = -1;
    private long damaged;
    private boolean closed;

    /** A unit's number on its way through the decoder, where FFmpeg lets a user have one address. */
    private static final class Ticket extends Pointer {
        Ticket(long number) {
            address = number;
        }
    }

    private FrameDecoder(AVCodecContext context, @Nullable FrameNumbers frameNumbers) {
        this.context = context;
        this.frameNumbers = frameNumbers;
    }

    /** A decoder for {@link io.kakou.rtsp.AccessUnit access units}. */
    static FrameDecoder of(Codec coded, Deblocking deblocking) {
        FFmpegLog.route();
        AVCodec codec = avcodec_find_decoder(
                switch (coded) {
                    case H264 -> AV_CODEC_ID_H264;
                    case H265 -> AV_CODEC_ID_HEVC;
                    case JPEG -> AV_CODEC_ID_MJPEG;
                });
        AVCodecContext context = avcodec_alloc_context3(codec);
        if (deblocking == Deblocking.LEFT_OUT) {
            context.skip_loop_filter(AVDISCARD_ALL);
        }
        if (!opens(context, codec)) {
            throw new IllegalStateException("this build of FFmpeg has no decoder for " + coded.title());
        }
        return new FrameDecoder(context, coded == Codec.H264 ? new FrameNumbers(0) : null);
    }

    /** A decoder for a file's stream, or null where FFmpeg has none. */
    static @Nullable FrameDecoder of(AVCodecParameters parameters) {
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        if (codec == null) {
            return null;
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(context, parameters);
        boolean h264 = parameters.codec_id() == AV_CODEC_ID_H264;
        if (h264) {
            // What only the container knows about colours is lost on the way through a camera; H.264 has its own word.
            context.colorspace(AVCOL_SPC_UNSPECIFIED).color_range(AVCOL_RANGE_UNSPECIFIED);
        }
        FrameNumbers numbers = h264 ? frameNumbers(parameters) : null;
        return opens(context, codec) ? new FrameDecoder(context, numbers) : null;
    }

    /** MP4 keeps the parameter sets apart (avcC, ISO/IEC 14496-15 §5.3.3.1) and lengths instead of start codes. */
    private static FrameNumbers frameNumbers(AVCodecParameters parameters) {
        if (parameters.extradata_size() < 8 || parameters.extradata().get() != 1) {
            return new FrameNumbers(0);
        }
        ByteBuffer box =
                parameters.extradata().capacity(parameters.extradata_size()).asByteBuffer();
        FrameNumbers numbers = new FrameNumbers((box.get(4) & 3) + 1);
        numbers.learn(box, 8);
        return numbers;
    }

    private static boolean opens(AVCodecContext context, AVCodec codec) {
        context.thread_count(1).max_pixels(Demuxer.MAX_PIXELS);
        context.flags(context.flags() | AV_CODEC_FLAG_COPY_OPAQUE);
        if (codec.id() == AV_CODEC_ID_MJPEG) {
            // Left to itself this decoder paints what is missing black and reports nothing.
            context.err_recognition(AV_EF_EXPLODE);
        }
        boolean opened = avcodec_open2(context, codec, (AVDictionary) null) >= 0;
        if (!opened) {
            avcodec_free_context(context);
        }
        return opened;
    }

    /** Takes one coded picture, or null for the end; {@link #receive} is to be called until it is false after each. */
    void send(@Nullable AVPacket packet) {
        requireOpen();
        if (packet != null) {
            sent++;
            packet.opaque(new Ticket(sent));
            if (frameNumbers != null) {
                number(frameNumbers, bytes(packet));
            }
        }
        int error = avcodec_send_packet(context, packet);
        if (error < 0 && error != AVERROR_EOF()) {
            damaged++;
            damage(sent);
        }
    }

    private void number(FrameNumbers numbers, ByteBuffer unit) {
        if (!numbers.follows(unit)) {
            tear(sent);
        }
        if (numbers.recoveredAfter() >= 0) {
            recovered = sent;
            recoveryBegan = sent - numbers.recoveredAfter();
        }
    }

    private static ByteBuffer bytes(AVPacket packet) {
        return packet.data().capacity(packet.size()).asByteBuffer();
    }

    /** Whether there is another picture to let out: {@link #frame} until the next call. */
    boolean receive() {
        requireOpen();
        while (true) {
            int error = avcodec_receive_frame(context, frame);
            if (error == AVERROR_EAGAIN() || error == AVERROR_EOF()) {
                return false;
            }
            if (error < 0) {
                damaged++;
                damage(sent);
            } else if (admits()) {
                number++;
                return true;
            }
        }
    }

    /** A call into freed memory would end the process. */
    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the decoder is closed");
        }
    }

    private boolean admits() {
        boolean clean = frame.decode_error_flags() == 0 && (frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) == 0;
        if (!clean) {
            damage(ticket());
        } else if (standsAlone()) {
            healed = Math.max(healed, ticket());
        } else if (ticket() >= recovered && lastTear <= recoveryBegan && lastDamage < recoveryBegan) {
            healed = Math.max(healed, recovered);
        }
        intact = clean && (ticket() < firstTear || healed >= lastTear);
        damaged += intact ? 0 : 1;
        open |= intact;
        return open;
    }

    /** Intra pictures without the keyframe mark count: some cameras send no other kind (no IDR). */
    private boolean standsAlone() {
        return keyframe() || frame.pict_type() == AV_PICTURE_TYPE_I;
    }

    private void damage(long unit) {
        lastDamage = Math.max(lastDamage, unit);
        tear(unit);
    }

    private void tear(long unit) {
        if (healed >= lastTear) {
            firstTear = unit;
        }
        lastTear = unit;
    }

    /** Forgets all pictures: what follows has to begin with a keyframe again. */
    void reset() {
        avcodec_flush_buffers(context);
        if (frameNumbers != null) {
            frameNumbers.reset();
        }
        open = false;
        recovered = -1;
        recoveryBegan = -1;
        tear(sent + 1);
    }

    /** Number of the unit last sent, from 1. */
    long sent() {
        return sent;
    }

    /** Number of the unit that the picture came from. */
    long ticket() {
        Pointer ticket = frame.opaque();
        return ticket == null ? sent : ticket.address();
    }

    AVFrame frame() {
        return frame;
    }

    boolean keyframe() {
        return (frame.flags() & AVFrame.AV_FRAME_FLAG_KEY) != 0;
    }

    boolean intact() {
        return intact;
    }

    /** Number of the picture last let out, from 0; −1 before the first. */
    long number() {
        return number;
    }

    /** Coded pictures that could not be decoded, decoded with holes, or came before the first clean keyframe. */
    long damaged() {
        return damaged;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            number++;
            av_frame_free(frame);
            avcodec_free_context(context);
        }
    }
}
