package io.kakou.analysis.decode;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getColorspaceDetails;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import io.kakou.models.Size;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** One libswscale conversion, rebuilt when the pictures that come in change, with the memory its result lies in. */
final class Resampler implements AutoCloseable {
    private final int format;
    private final int flags;
    private @Nullable SwsContext context;
    private @Nullable AVFrame result;
    private @Nullable Setup setup;

    /** What a context is built for. */
    private record Setup(Size from, int format, int colours, int range, Size to) {}

    /**
     * @param format of the result, an {@code AV_PIX_FMT}
     * @param flags libswscale's {@code SWS_…}
     */
    Resampler(int format, int flags) {
        FFmpegLog.route();
        this.format = format;
        this.flags = flags;
    }

    /** The picture at another size, valid until the next call. */
    AVFrame resample(AVFrame frame, Size to) {
        Setup wanted = new Setup(
                new Size(frame.width(), frame.height()), frame.format(), frame.colorspace(), frame.color_range(), to);
        SwsContext sws = context;
        AVFrame out = result;
        if (sws == null || out == null || !wanted.equals(setup)) {
            close();
            setup = wanted;
            context = sws = context(wanted);
            result = out = memory(to);
        }
        sws_scale(sws, frame.data(), frame.linesize(), 0, frame.height(), out.data(), out.linesize());
        return out;
    }

    private SwsContext context(Setup wanted) {
        SwsContext built = sws_getContext(
                wanted.from.width(),
                wanted.from.height(),
                wanted.format,
                wanted.to.width(),
                wanted.to.height(),
                format,
                flags,
                null,
                null,
                (DoublePointer) null);
        if (built == null) {
            throw new IllegalStateException("cannot scale " + wanted);
        }
        IntPointer matrix = sws_getCoefficients(wanted.colours);
        int fullRange =
                wanted.range == AVCOL_RANGE_UNSPECIFIED ? rangeOfFormat(built) : wanted.range - AVCOL_RANGE_MPEG;
        sws_setColorspaceDetails(built, matrix, fullRange, matrix, 1, 0, 1 << 16, 1 << 16);
        return built;
    }

    /** 1 for formats that are full range by their nature (the yuvj kinds, grey), else 0. */
    private static int rangeOfFormat(SwsContext built) {
        try (PointerPointer<IntPointer> matrices = new PointerPointer<>(2);
                IntPointer numbers = new IntPointer(5)) {
            sws_getColorspaceDetails(
                    built,
                    matrices,
                    numbers,
                    matrices.getPointer(1),
                    numbers.getPointer(1),
                    numbers.getPointer(2),
                    numbers.getPointer(3),
                    numbers.getPointer(4));
            return numbers.get(0);
        }
    }

    private AVFrame memory(Size to) {
        AVFrame memory = av_frame_alloc();
        memory.format(format).width(to.width()).height(to.height());
        if (av_frame_get_buffer(memory, 0) < 0) {
            throw new OutOfMemoryError("no memory for a picture of " + to);
        }
        return memory;
    }

    @Override
    public void close() {
        sws_freeContext(context);
        if (result != null) {
            av_frame_free(result);
        }
        context = null;
        result = null;
        setup = null;
    }
}
