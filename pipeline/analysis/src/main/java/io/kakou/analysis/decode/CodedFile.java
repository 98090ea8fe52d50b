package io.kakou.analysis.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_get_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_init;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_send_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.kakou.models.Size;
import io.kakou.rtsp.Codec;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVBSFContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** The H.264 or H.265 access units of a file as they were coded, without decoding them: what a camera serves. */
public final class CodedFile implements AutoCloseable {
    private final Demuxer demuxer;
    private final Codec codec;
    private final AVBSFContext startCodes;
    private final AVPacket packet = av_packet_alloc();
    private final Size size;
    private final byte[] parameterSets;
    private long firstTick = AV_NOPTS_VALUE;
    private long units;
    private boolean drained;
    private boolean closed;

    /**
     * One coded picture.
     *
     * @param seconds when it is shown, from the showing of the file's first access unit; with B pictures these do not
     *     come in order
     * @param keyframe whether decoding can begin here; then the parameter sets stand in {@code bytes} before
     *     its slices
     * @param bytes Annex B (ITU-T H.264 Annex B); the receiver's own
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed over, compared by nobody.
    public record Unit(double seconds, boolean keyframe, byte[] bytes) {}

    private CodedFile(Demuxer demuxer, Codec codec) {
        this.demuxer = demuxer;
        this.codec = codec;
        this.size = new Size(
                Math.max(1, demuxer.parameters().width()),
                Math.max(1, demuxer.parameters().height()));
        this.startCodes = new AVBSFContext(null);
        av_bsf_alloc(av_bsf_get_by_name(codec == Codec.H265 ? "hevc_mp4toannexb" : "h264_mp4toannexb"), startCodes);
        avcodec_parameters_copy(startCodes.par_in(), demuxer.parameters());
        startCodes.time_base_in(demuxer.stream().time_base());
        av_bsf_init(startCodes);
        this.parameterSets =
                bytes(startCodes.par_out().extradata(), startCodes.par_out().extradata_size());
    }

    /**
     * Opens a file and finds its video.
     *
     * @throws UnreadableVideo if it has none, or another codec's
     */
    public static CodedFile open(Path file) throws UnreadableVideo {
        Demuxer demuxer = Demuxer.open(file);
        if (demuxer.parameters().codec_id() == AV_CODEC_ID_H264) {
            return new CodedFile(demuxer, Codec.H264);
        }
        if (demuxer.parameters().codec_id() == AV_CODEC_ID_HEVC) {
            return new CodedFile(demuxer, Codec.H265);
        }
        String other = demuxer.codec();
        demuxer.close();
        throw demuxer.unreadable("is " + other + "; allowed: h264 and hevc, which are served as they are. To make one: "
                + "ffmpeg -i " + file.getFileName() + " -c:v libx264 -bf 0 out.mp4");
    }

    /** The next access unit in the order of decoding, or null after the last. */
    public @Nullable Unit next() throws UnreadableVideo {
        if (closed) {
            throw new IllegalStateException("the file is closed");
        }
        av_packet_unref(packet);
        while (av_bsf_receive_packet(startCodes, packet) < 0) {
            if (drained) {
                return null;
            }
            AVPacket coded = demuxer.next();
            av_bsf_send_packet(startCodes, coded);
            drained = coded == null;
        }
        boolean keyframe = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
        return new Unit(seconds(), keyframe, bytes(packet.data(), packet.size()));
    }

    /** Raw streams carry no stamps: there the pictures' number tells the time. */
    private double seconds() {
        long tick = packet.pts() == AV_NOPTS_VALUE ? packet.dts() : packet.pts();
        if (tick == AV_NOPTS_VALUE) {
            return units++ * demuxer.frameSeconds();
        }
        if (firstTick == AV_NOPTS_VALUE) {
            firstTick = tick;
        }
        return (tick - firstTick) * demuxer.tick();
    }

    public Codec codec() {
        return codec;
    }

    public Size size() {
        return size;
    }

    /** Usual seconds from one picture to the next. */
    public double frameSeconds() {
        return demuxer.frameSeconds();
    }

    /** Parameter sets as the container keeps them, behind start codes; empty where they are only in the stream. */
    public byte[] parameterSets() {
        return parameterSets.clone();
    }

    private static byte[] bytes(BytePointer from, int size) {
        byte[] copy = new byte[size];
        if (size > 0) {
            from.get(copy);
        }
        return copy;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            av_packet_free(packet);
            av_bsf_free(startCodes);
            demuxer.close();
        }
    }
}
