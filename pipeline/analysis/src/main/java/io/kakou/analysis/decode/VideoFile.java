package io.kakou.analysis.decode;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.swscale.sws_isSupportedInput;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * The frames of a video, or the one of a picture, in the order of showing, decoded on the caller's thread in memory that
 * does not grow with the file's length. Reads any format FFmpeg reads, but for playlists and scripts: it never reads
 * another file, or the network.
 *
 * <pre>{@code
 * try (VideoFile video = VideoFile.open(file); Scaler scaler = new Scaler(new Size(300, 300))) {
 *     for (DecodedFrame frame = video.next(); frame != null; frame = video.next()) {
 *         look(frame.seconds(), scaler.picture(frame));
 *     }
 * }
 * }</pre>
 */
public final class VideoFile implements AutoCloseable {
    /** Smaller steps back are one wrong stamp; larger ones are two recordings in one file. */
    private static final double ANOTHER_TIMELINE = 1;

    private final Demuxer demuxer;
    private final FrameDecoder decoder;
    private final @Nullable BytePointer displayMatrix;
    private long firstTick = AV_NOPTS_VALUE;
    private double shift;
    private double seconds = Double.NEGATIVE_INFINITY;
    private boolean drained;

    private VideoFile(Demuxer demuxer, FrameDecoder decoder) {
        this.demuxer = demuxer;
        this.decoder = decoder;
        this.displayMatrix = demuxer.displayMatrix();
    }

    /**
     * Opens a file and finds its video.
     *
     * @throws UnreadableVideo if there is none, or none that can be read; within 20 s for each step, whatever it is
     */
    public static VideoFile open(Path file) throws UnreadableVideo {
        Demuxer demuxer = Demuxer.open(file);
        FrameDecoder decoder = FrameDecoder.of(demuxer.parameters());
        if (decoder == null) {
            String codec = demuxer.codec();
            demuxer.close();
            throw demuxer.unreadable("is coded as " + codec + ", which this build of FFmpeg cannot decode");
        }
        return new VideoFile(demuxer, decoder);
    }

    /**
     * The next frame, from the first clean keyframe on; null after the last. A file that breaks off ends there.
     *
     * <p>Its seconds count from the file's first frame and only grow: a stamp that is missing or goes back by up to one
     * second is replaced by the frame before plus a frame's duration; from one that goes back further, a new
     * recording's, time goes on from there.
     *
     * @throws UnreadableVideo if the file ends without one clean frame, or cannot be read on
     */
    public @Nullable DecodedFrame next() throws UnreadableVideo {
        while (!decoder.receive()) {
            if (drained) {
                return ended();
            }
            AVPacket packet = demuxer.next();
            decoder.send(packet);
            drained = packet == null;
        }
        AVFrame frame = decoder.frame();
        if (sws_isSupportedInput(frame.format()) == 0) {
            throw demuxer.unreadable("has pixels of a kind that cannot be converted to RGB");
        }
        seconds = place(frame.best_effort_timestamp());
        return new DecodedFrame(decoder, seconds, displayMatrix);
    }

    private @Nullable DecodedFrame ended() throws UnreadableVideo {
        if (decoder.number() < 0) {
            throw demuxer.unreadable(
                    decoder.damaged() == 0
                            ? "has no picture in it"
                            : "has no clean picture to begin at, only damaged ones: " + decoder.damaged());
        }
        return null;
    }

    private double place(long tick) {
        double next = seconds < 0 ? 0 : seconds + demuxer.frameSeconds();
        if (tick == AV_NOPTS_VALUE) {
            return next;
        }
        if (firstTick == AV_NOPTS_VALUE) {
            firstTick = tick;
            shift = next;
        }
        double stamped = (tick - firstTick) * demuxer.tick() + shift;
        if (stamped > seconds) {
            return stamped;
        }
        if (seconds - stamped > ANOTHER_TIMELINE) {
            shift += next - stamped;
        }
        return next;
    }

    /** Pictures so far that could not be decoded, came out with holes, or came before the first clean keyframe. */
    public long damaged() {
        return decoder.damaged();
    }

    /** The codec's common name: {@code h264}, {@code hevc}, {@code mjpeg}, {@code png}. */
    public String codec() {
        return demuxer.codec();
    }

    /** Usual seconds from frame to frame; 0.04 where the file does not say. */
    public double frameSeconds() {
        return demuxer.frameSeconds();
    }

    /** How long the file says it lasts, in seconds, for a progress line; NaN where it does not say. */
    public double length() {
        return demuxer.length();
    }

    @Override
    public void close() {
        decoder.close();
        demuxer.close();
    }
}
