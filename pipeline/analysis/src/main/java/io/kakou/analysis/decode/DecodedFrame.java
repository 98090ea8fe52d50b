package io.kakou.analysis.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_FRAME_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_side_data;

import io.kakou.models.Size;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.jspecify.annotations.Nullable;

/**
 * One picture as the decoder holds it, in the decoder's own memory. Its pixels are there until the next frame is asked
 * for; a {@link Scaler} copies them out. What it says of itself stays.
 */
public final class DecodedFrame {
    private final FrameDecoder decoder;
    private final long number;
    private final double seconds;
    private final Size size;
    private final int quarterTurns;
    private final boolean keyframe;
    private final boolean intact;

    /** The frame that {@code decoder} has just received. */
    DecodedFrame(FrameDecoder decoder, double seconds, @Nullable BytePointer displayMatrix) {
        AVFrame frame = decoder.frame();
        this.decoder = decoder;
        this.number = decoder.number();
        this.seconds = seconds;
        this.quarterTurns = quarterTurns(frame, displayMatrix);
        this.size = quarterTurns % 2 == 0
                ? new Size(frame.width(), frame.height())
                : new Size(/* width= */ frame.height(), /* height= */ frame.width());
        this.keyframe = decoder.keyframe();
        this.intact = decoder.intact();
    }

    /** Its number in the order of showing, from 0 at the first frame let out. */
    public long number() {
        return number;
    }

    /** {@link #number} as a word that sorts: {@code f000123}. The same over all runs on the same input. */
    public String id() {
        String digits = Long.toString(number);
        return "f" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }

    /** Seconds from the start of the file, or as given with the access unit. */
    public double seconds() {
        return seconds;
    }

    /** Width and height in pixels as it is to be looked at: a phone's film held upright is upright. */
    public Size size() {
        return size;
    }

    /** Whether decoding could begin here. */
    public boolean keyframe() {
        return keyframe;
    }

    /** False where parts of it were lost and made up; it is unknown, never calm. */
    public boolean intact() {
        return intact;
    }

    /** Clockwise quarter turns from the stored picture to the one to be looked at, 0 to 3. */
    public int quarterTurns() {
        return quarterTurns;
    }

    AVFrame pixels() {
        if (decoder.number() != number) {
            throw new IllegalStateException(
                    "frame " + id() + " is gone: the next one was asked for, or its source was closed");
        }
        return decoder.frame();
    }

    /** The picture's own matrix (EXIF, H.264 SEI) goes before the file's; mirroring is not undone. */
    private static int quarterTurns(AVFrame frame, @Nullable BytePointer ofFile) {
        AVFrameSideData own =
                frame.nb_side_data() == 0 ? null : av_frame_get_side_data(frame, AV_FRAME_DATA_DISPLAYMATRIX);
        BytePointer matrix = own == null ? ofFile : own.data();
        double degrees = matrix == null ? 0 : -av_display_rotation_get(new IntPointer(matrix));
        return Double.isNaN(degrees) ? 0 : Math.floorMod(Math.round(degrees / 90), 4);
    }
}
