package io.kakou.analysis.decode;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_NONE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_demuxer_iterate;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EXIT;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_INVALIDDATA;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EINVAL;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/**
 * The video packets of one file. The file alone: a playlist or script in it, whatever its name, reaches neither the
 * network nor another file, because only the {@code file} protocol is open, the formats that follow names to other files
 * are shut, and a {@code %} in a picture's name is no pattern.
 */
final class Demuxer implements AutoCloseable {
    /** Largest picture: 8K has 33 million pixels, and one of this size takes 400 MB to decode. */
    static final long MAX_PIXELS = 100_000_000;

    /** Longest any one step may take: opening, probing, or one packet. */
    private static final long PATIENCE_SECONDS = 20;

    /** They read what the file names instead of what it holds, or turn any text into pictures of letters. */
    private static final Set<String> SHUT = Set.of(
            "adf",
            "bin",
            "concat",
            "dash",
            "hls",
            "idf",
            "imf",
            "lavfi",
            "mlv",
            "rtp",
            "rtsp",
            "sap",
            "sdp",
            "tty",
            "vobsub",
            "webm_dash_manifest",
            "xbin");

    private static final String OPEN = openFormats();
    private static final Patience PATIENCE = new Patience();

    private final Path file;
    /** Where {@link Patience} finds this file's deadline, in nanoTime. */
    private final LongPointer deadline = new LongPointer(1);

    private final AVFormatContext context;
    private final AVPacket packet = av_packet_alloc();
    private final AVStream stream;
    private boolean closed;

    private Demuxer(Path file) throws UnreadableVideo {
        this.file = file;
        this.context = input();
        try {
            probe();
            this.stream = video();
        } catch (UnreadableVideo e) {
            close();
            throw e;
        }
    }

    static Demuxer open(Path file) throws UnreadableVideo {
        FFmpegLog.route();
        if (!Files.exists(file)) {
            throw new UnreadableVideo(file, "does not exist");
        }
        if (Files.isDirectory(file)) {
            throw new UnreadableVideo(file, "is a folder; allowed: a file");
        }
        // A pipe or a device can block for ever, and cannot be read twice for the same answer.
        if (!Files.isRegularFile(file)) {
            throw new UnreadableVideo(file, "is a pipe or a device; allowed: a file");
        }
        if (!Files.isReadable(file)) {
            throw new UnreadableVideo(file, "may not be read by this user");
        }
        return new Demuxer(file);
    }

    /** The next video packet, valid until the next call; null at the end, or where the file breaks off. */
    @Nullable
    AVPacket next() throws UnreadableVideo {
        av_packet_unref(packet);
        renewPatience();
        int error = av_read_frame(context, packet);
        // An empty packet would mean the end to a decoder.
        while (error == 0 && (packet.stream_index() != stream.index() || packet.size() == 0)) {
            av_packet_unref(packet);
            error = av_read_frame(context, packet);
        }
        if (error == AVERROR_EXIT()) {
            throw refused(error);
        }
        return error < 0 ? null : packet;
    }

    AVCodecParameters parameters() {
        return stream.codecpar();
    }

    AVStream stream() {
        return stream;
    }

    /** The codec's common name, such as {@code h264}. */
    String codec() {
        return avcodec_get_name(parameters().codec_id()).getString();
    }

    /** Seconds that one of the stream's ticks lasts. */
    double tick() {
        return stream.time_base().num() / (double) stream.time_base().den();
    }

    /** Seconds from one frame to the next where the file states it, else a camera's usual 1/25. */
    double frameSeconds() {
        int num = stream.avg_frame_rate().num();
        int den = stream.avg_frame_rate().den();
        return num > 0 && den > 0 ? den / (double) num : 0.04;
    }

    /** How long the file says it lasts, in seconds, or NaN. */
    double length() {
        return context.duration() == AV_NOPTS_VALUE ? Double.NaN : context.duration() / (double) AV_TIME_BASE;
    }

    /** The display matrix a phone writes, or null. */
    @Nullable
    BytePointer displayMatrix() {
        AVPacketSideData data = av_packet_side_data_get(
                parameters().coded_side_data(), parameters().nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
        return data == null ? null : data.data();
    }

    UnreadableVideo unreadable(String reason) {
        return new UnreadableVideo(file, reason);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            av_packet_free(packet);
            avformat_close_input(context);
            deadline.close();
        }
    }

    private AVFormatContext input() throws UnreadableVideo {
        AVFormatContext opened = avformat_alloc_context();
        opened.interrupt_callback().callback(PATIENCE).opaque(deadline);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "protocol_whitelist", "file", 0);
        av_dict_set(options, "format_whitelist", OPEN, 0);
        av_dict_set(options, "pattern_type", "none", 0);
        renewPatience();
        int error = avformat_open_input(opened, "file:" + file.toAbsolutePath(), null, options);
        av_dict_free(options);
        if (error < 0) {
            av_packet_free(packet);
            deadline.close();
            throw refused(error);
        }
        return opened;
    }

    /** Probing decodes a picture of every stream; without the limit a small file could ask for all memory there is. */
    private void probe() throws UnreadableVideo {
        int streams = context.nb_streams();
        List<AVDictionary> limits = new ArrayList<>();
        int error;
        try (PointerPointer<AVDictionary> each = new PointerPointer<>(Math.max(1, streams))) {
            for (int i = 0; i < streams; i++) {
                AVDictionary limit = new AVDictionary(null);
                av_dict_set(limit, "max_pixels", Long.toString(MAX_PIXELS), 0);
                each.put(i, limit);
            }
            renewPatience();
            error = avformat_find_stream_info(context, each);
            for (int i = 0; i < streams; i++) {
                limits.add(new AVDictionary(each.get(i)));
            }
        }
        limits.forEach(limit -> av_dict_free(limit));
        if (error < 0) {
            throw refused(error);
        }
    }

    private AVStream video() throws UnreadableVideo {
        int best = av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
        if (best < 0 || (context.streams(best).disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
            throw unreadable("has no video in it" + (context.nb_streams() > 0 ? ", only sound or data" : ""));
        }
        AVStream video = context.streams(best);
        if (video.codecpar().codec_id() == AV_CODEC_ID_NONE) {
            throw unreadable("is coded in a way that FFmpeg does not know");
        }
        long pixels = (long) video.codecpar().width() * video.codecpar().height();
        if (pixels > MAX_PIXELS) {
            throw unreadable("has pictures of " + video.codecpar().width() + "x"
                    + video.codecpar().height() + "; allowed: up to " + MAX_PIXELS + " pixels");
        }
        return video;
    }

    private void renewPatience() {
        deadline.put(System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
    }

    private UnreadableVideo refused(int error) {
        if (error == AVERROR_EXIT()) {
            return unreadable("gave nothing for " + PATIENCE_SECONDS + " s, and was given up");
        }
        if (error == AVERROR_INVALIDDATA || error == AVERROR_EOF) {
            return unreadable("is no video or picture that can be read, or is cut off before its first one");
        }
        if (error == AVERROR_EINVAL()) {
            return unreadable("is a playlist, a script or text; allowed: a file that holds its own pictures");
        }
        return unreadable("cannot be read: " + FFmpegLog.words(error));
    }

    private static String openFormats() {
        List<String> names = new ArrayList<>();
        try (PointerPointer<Pointer> place = new PointerPointer<>(1)) {
            place.put(0, (Pointer) null);
            AVInputFormat format;
            while ((format = av_demuxer_iterate(place)) != null) {
                names.add(format.name().getString());
            }
        }
        names.removeAll(SHUT);
        return String.join(",", names);
    }

    /**
     * FFmpeg asks it while it works; its answer ends what would otherwise never come back. One for all: JavaCPP has room
     * for ten callbacks of a class in a process. What differs comes by {@code opaque}.
     */
    private static final class Patience extends AVIOInterruptCB.Callback_Pointer {
        @Override
        public int call(Pointer opaque) {
            return System.nanoTime() - new LongPointer(opaque).get() > 0 ? 1 : 0;
        }
    }
}
