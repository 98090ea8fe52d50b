package io.kakou.analysis.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_strdup;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures to an H.264 MP4 that plays from its first bytes on. The file appears under its name when {@link #finish} has
 * returned, whole; closed before that, nothing is left.
 */
public final class VideoWriter implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VideoWriter.class);

    private final Path file;
    private final Path unfinished;
    private final Settings settings;
    private final AVCodecContext encoder;
    private final AVFormatContext muxer = new AVFormatContext(null);
    private final AVStream stream;
    private final SwsContext toYuv;
    private final AVFrame rgb;
    private final AVFrame yuv;
    private final AVPacket packet;
    private long frames;
    private boolean closed;

    /**
     * How the film is coded.
     *
     * @param size of every picture; even numbers from 16×16 up, since chroma has half the lines and columns
     * @param framesPerSecond 1 to 120
     * @param bitsPerSecond aimed at over some seconds; 1,000,000 is a camera's sub stream at 640×360
     * @param gopSeconds from keyframe to keyframe: shorter opens sooner, longer costs fewer bits
     */
    public record Settings(Size size, int framesPerSecond, int bitsPerSecond, double gopSeconds) {
        public Settings {
            if (size.width() % 2 != 0 || size.height() % 2 != 0 || size.width() < 16 || size.height() < 16) {
                throw new IllegalArgumentException(
                        "size " + size.width() + "x" + size.height() + "; allowed: even numbers from 16x16 up");
            }
            if (framesPerSecond < 1 || framesPerSecond > 120) {
                throw new IllegalArgumentException("framesPerSecond " + framesPerSecond + "; allowed: 1 to 120");
            }
            if (bitsPerSecond < 1000) {
                throw new IllegalArgumentException("bitsPerSecond " + bitsPerSecond + "; allowed: 1000 and more");
            }
            if (!(gopSeconds > 0 && gopSeconds <= 60)) {
                throw new IllegalArgumentException("gopSeconds " + gopSeconds + "; allowed: above 0, up to 60");
            }
        }

        int gopFrames() {
            return (int) Math.max(1, Math.round(gopSeconds * framesPerSecond));
        }
    }

    private VideoWriter(Path file, Settings settings) throws IOException {
        this.file = file;
        this.unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
        this.settings = settings;
        this.encoder = encoder(settings);
        this.packet = av_packet_alloc();
        this.rgb = frame(settings.size, AV_PIX_FMT_RGB24);
        this.yuv = frame(settings.size, AV_PIX_FMT_YUV420P);
        this.toYuv = toYuv(settings.size);
        avformat_alloc_output_context2(muxer, null, "mp4", null);
        this.stream = avformat_new_stream(muxer, null);
        try {
            begin();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /**
     * Begins a film.
     *
     * @throws IOException if its folder cannot be written to, or this build of FFmpeg has no encoder
     */
    public static VideoWriter create(Path file, Settings settings) throws IOException {
        FFmpegLog.route();
        return new VideoWriter(file, settings);
    }

    private static AVCodecContext encoder(Settings settings) throws IOException {
        AVCodec codec = avcodec_find_encoder_by_name("libopenh264");
        if (codec == null) {
            throw new IOException("this build of FFmpeg has no H.264 encoder (libopenh264)");
        }
        AVCodecContext encoder = avcodec_alloc_context3(codec);
        encoder.width(settings.size.width()).height(settings.size.height()).pix_fmt(AV_PIX_FMT_YUV420P);
        encoder.time_base().num(1).den(settings.framesPerSecond);
        encoder.framerate().num(settings.framesPerSecond).den(1);
        encoder.bit_rate(settings.bitsPerSecond).gop_size(settings.gopFrames()).thread_count(1);
        encoder.color_range(AVCOL_RANGE_MPEG).colorspace(AVCOL_SPC_SMPTE170M);
        encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        int error = avcodec_open2(encoder, codec, (AVDictionary) null);
        if (error < 0) {
            avcodec_free_context(encoder);
            throw new IOException("cannot encode " + settings + ": " + FFmpegLog.words(error));
        }
        return encoder;
    }

    private static AVFrame frame(Size size, int format) {
        AVFrame frame = av_frame_alloc();
        frame.format(format).width(size.width()).height(size.height());
        if (av_frame_get_buffer(frame, 0) < 0) {
            throw new OutOfMemoryError("no memory for a picture of " + size);
        }
        return frame;
    }

    private static SwsContext toYuv(Size size) {
        int w = size.width();
        int h = size.height();
        int flags = SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT;
        return sws_getContext(
                w, h, AV_PIX_FMT_RGB24, w, h, AV_PIX_FMT_YUV420P, flags, null, null, (DoublePointer) null);
    }

    private void begin() throws IOException {
        avcodec_parameters_from_context(stream.codecpar(), encoder);
        stream.time_base(encoder.time_base());
        stream.avg_frame_rate(encoder.framerate());
        AVIOContext io = new AVIOContext(null);
        String name = "file:" + unfinished.toAbsolutePath();
        check(avio_open(io, name, AVIO_FLAG_WRITE), "cannot be written");
        muxer.pb(io);
        // Moving the index to the front reads the file again by its name.
        try (BytePointer url = new BytePointer(name, StandardCharsets.UTF_8)) {
            muxer.url(av_strdup(url));
        }
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "movflags", "+faststart", 0);
        int error = avformat_write_header(muxer, options);
        av_dict_free(options);
        check(error, "cannot be begun");
    }

    /** Adds a picture of the film's size, shown a frame after the one before. */
    public void add(Picture picture) throws IOException {
        if (!settings.size.equals(new Size(picture.width(), picture.height()))) {
            throw new IllegalArgumentException("picture of " + picture.width() + "x" + picture.height() + "; allowed: "
                    + settings.size.width() + "x" + settings.size.height() + ", the film's size");
        }
        requireOpen();
        byte[] line = new byte[picture.width() * Picture.CHANNELS];
        for (int y = 0; y < picture.height(); y++) {
            picture.rgb().get(y * line.length, line);
            rgb.data(0).position((long) y * rgb.linesize(0)).put(line);
        }
        av_frame_make_writable(yuv);
        sws_scale(toYuv, rgb.data(), rgb.linesize(), 0, picture.height(), yuv.data(), yuv.linesize());
        yuv.pts(frames++);
        encode(yuv);
    }

    /** Ends the film and puts it under its name, over what was there. */
    public void finish() throws IOException {
        requireOpen();
        encode(null);
        check(av_write_trailer(muxer), "cannot be finished");
        release();
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void encode(@Nullable AVFrame picture) throws IOException {
        check(avcodec_send_frame(encoder, picture), "cannot be encoded");
        int error = avcodec_receive_packet(encoder, packet);
        while (error >= 0) {
            packet.stream_index(stream.index());
            packet.duration(1);
            av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
            check(av_interleaved_write_frame(muxer, packet), "cannot be written");
            error = avcodec_receive_packet(encoder, packet);
        }
        if (error != AVERROR_EAGAIN() && error != AVERROR_EOF()) {
            check(error, "cannot be encoded");
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the film is closed");
        }
    }

    private void check(int error, String what) throws IOException {
        if (error < 0) {
            throw new IOException(file + ": " + what + ": " + FFmpegLog.words(error));
        }
    }

    @Override
    public void close() {
        if (!closed) {
            release();
            try {
                Files.deleteIfExists(unfinished);
            } catch (IOException e) {
                LOG.warn("{} is left behind", unfinished, e);
            }
        }
    }

    private void release() {
        if (!closed) {
            closed = true;
            av_packet_free(packet);
            av_frame_free(rgb);
            av_frame_free(yuv);
            sws_freeContext(toYuv);
            avcodec_free_context(encoder);
            if (muxer.pb() != null) {
                avio_closep(muxer.pb());
            }
            avformat_free_context(muxer);
        }
    }
}
