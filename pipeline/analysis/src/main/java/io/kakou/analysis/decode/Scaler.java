package io.kakou.analysis.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GBRP;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;

import io.kakou.analysis.gate.GreyPicture;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/**
 * Frames to pictures of one size: RGB for a detector, and small and grey for the gate. Stretched to fit; turned upright
 * where the film says so. The same frame gives the same bytes on any processor. One thread owns it; it fits itself to
 * frames whose size or kind changes.
 */
public final class Scaler implements AutoCloseable {
    /** What the gate compares: 15 KB to remember, each pixel 4 by 3.75 of a 640×360 stream's. */
    public static final Size GREY = new Size(160, 96);

    /**
     * Bilinear as in the detectors' training, chroma at full resolution, no shortcuts in rounding. Into planes, because
     * libswscale writes these with vector code: with the interleaving below it takes less than half the time of its own
     * packed RGB, for the same bytes.
     */
    private static final int EXACT = SWS_BILINEAR | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_BITEXACT;

    /** Averages every pixel that falls on a small one, which keeps the noise of single pixels out of the gate. */
    private static final int AVERAGE = SWS_AREA | SWS_ACCURATE_RND | SWS_BITEXACT;

    private final Size size;
    private final Resampler planes = new Resampler(AV_PIX_FMT_GBRP, EXACT);
    private final Resampler grey = new Resampler(AV_PIX_FMT_GRAY8, AVERAGE);
    private Lines lines = new Lines(1);

    /** Lines on the Java side, where loops over them compile to good code. */
    private static final class Lines {
        final byte[] green;
        final byte[] blue;
        final byte[] red;
        final byte[] rgb;

        Lines(int width) {
            green = new byte[width];
            blue = new byte[width];
            red = new byte[width];
            rgb = new byte[width * Picture.CHANNELS];
        }

        void interleave() {
            for (int x = 0, i = 0; x < red.length; x++, i += 3) {
                rgb[i] = red[x];
                rgb[i + 1] = green[x];
                rgb[i + 2] = blue[x];
            }
        }
    }

    /**
     * @param size of the RGB pictures
     */
    public Scaler(Size size) {
        this.size = size;
    }

    /** The frame in RGB, in memory of its own. */
    public Picture picture(DecodedFrame frame) {
        return picture(frame, Picture.allocate(size.width(), size.height()));
    }

    /**
     * The frame in RGB, written over another picture.
     *
     * @param into of this scaler's size, and looked at by nobody else
     * @return {@code into}
     */
    public Picture picture(DecodedFrame frame, Picture into) {
        if (into.width() != size.width() || into.height() != size.height()) {
            throw new IllegalArgumentException("picture of " + into.width() + "x" + into.height() + "; allowed: "
                    + size.width() + "x" + size.height() + ", the scaler's size");
        }
        AVFrame scaled = planes.resample(frame.pixels(), lying(size, frame.quarterTurns()));
        if (frame.quarterTurns() == 0) {
            interleave(scaled, into.rgb());
        } else {
            Turn turn = new Turn(scaled.width(), scaled.height(), frame.quarterTurns());
            for (int plane = 0; plane < Picture.CHANNELS; plane++) {
                turn.put(scaled, plane, into.rgb());
            }
        }
        return into;
    }

    /** The frame in grey, {@link #GREY}. */
    public GreyPicture grey(DecodedFrame frame) {
        int turns = frame.quarterTurns();
        AVFrame scaled = grey.resample(frame.pixels(), lying(GREY, turns));
        byte[] luma = new byte[GREY.width() * GREY.height()];
        if (turns == 0) {
            lines(scaled, luma);
        } else {
            new Turn(scaled.width(), scaled.height(), turns).put(scaled, 0, ByteBuffer.wrap(luma));
        }
        return new GreyPicture(GREY.width(), GREY.height(), luma);
    }

    private static void lines(AVFrame grey, byte[] luma) {
        BytePointer pixels = grey.data(0);
        for (int y = 0; y < grey.height(); y++) {
            pixels.position((long) y * grey.linesize(0)).get(luma, y * grey.width(), grey.width());
        }
    }

    private static Size lying(Size upright, int turns) {
        return turns % 2 == 0 ? upright : new Size(/* width= */ upright.height(), /* height= */ upright.width());
    }

    private void interleave(AVFrame planar, ByteBuffer rgb) {
        int width = planar.width();
        if (lines.red.length != width) {
            lines = new Lines(width);
        }
        BytePointer green = planar.data(0);
        BytePointer blue = planar.data(1);
        BytePointer red = planar.data(2);
        for (int y = 0; y < planar.height(); y++) {
            green.position((long) y * planar.linesize(0)).get(lines.green);
            blue.position((long) y * planar.linesize(1)).get(lines.blue);
            red.position((long) y * planar.linesize(2)).get(lines.red);
            lines.interleave();
            rgb.put(y * lines.rgb.length, lines.rgb);
        }
    }

    /** Where the pixels of a stored picture lie after some clockwise quarter turns. */
    private record Turn(int width, int height, int quarters) {
        /** Channels of RGB in the order of FFmpeg's GBR planes. */
        private static final int[] CHANNEL = {1, 2, 0};

        /** Copies one plane; into every third byte of RGB, or, where there is one plane only, into every byte of grey. */
        void put(AVFrame from, int plane, ByteBuffer to) {
            boolean rgb = from.format() == AV_PIX_FMT_GBRP;
            int step = rgb ? Picture.CHANNELS : 1;
            int channel = rgb ? CHANNEL[plane] : 0;
            byte[] line = new byte[width];
            BytePointer pixels = from.data(plane);
            for (int y = 0; y < height; y++) {
                pixels.position((long) y * from.linesize(plane)).get(line);
                for (int x = 0; x < width; x++) {
                    to.put(index(x, y) * step + channel, line[x]);
                }
            }
        }

        private int index(int x, int y) {
            return switch (quarters) {
                case 1 -> x * height + (height - 1 - y);
                case 2 -> (height - 1 - y) * width + (width - 1 - x);
                case 3 -> (width - 1 - x) * height + y;
                default -> y * width + x;
            };
        }
    }

    @Override
    public void close() {
        planes.close();
        grey.close();
    }
}
