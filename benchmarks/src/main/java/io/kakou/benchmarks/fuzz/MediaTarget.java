package io.kakou.benchmarks.fuzz;

import io.kakou.rtsp.codec.AfterLoss;
import io.kakou.rtsp.codec.CodedPicture;
import io.kakou.rtsp.codec.Depacketizer;
import io.kakou.rtsp.codec.H264Depacketizer;
import io.kakou.rtsp.codec.H265Depacketizer;
import io.kakou.rtsp.codec.JpegDepacketizer;
import io.kakou.rtsp.rtp.RtpPacket;
import io.kakou.rtsp.rtp.RtpTimeline;
import io.kakou.rtsp.rtp.SequenceWatch;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Packets to pictures. Nothing may be thrown, and no picture be larger than its bound and the parameter sets. */
final class MediaTarget implements Target {
    private static final int MOST_PICTURE = 64 * 1024;
    /** All 32 sequence and 256 picture parameter sets at their longest. */
    private static final int MOST_SETS = 288 * (2048 + 4);

    private static final int WELL_EVERY = 16;

    private final List<byte[]> real;
    private final SequenceWatch sequence = new SequenceWatch();
    private final RtpTimeline timeline = new RtpTimeline(90_000);
    private final Depacketizer depacketizer;
    private Instant now = Instant.EPOCH;
    private long inputs;
    private long pictures;
    private @Nullable String said;

    private MediaTarget(List<byte[]> real, Function<Consumer<CodedPicture>, Depacketizer> reader) {
        this.real = real;
        this.depacketizer = reader.apply(this::picture);
    }

    static MediaTarget h264(List<byte[]> real) {
        return new MediaTarget(real, out -> new H264Depacketizer(List.of(), MOST_PICTURE, AfterLoss.GO_ON, out));
    }

    static MediaTarget h265(List<byte[]> real) {
        return new MediaTarget(real, out -> new H265Depacketizer(List.of(), MOST_PICTURE, AfterLoss.GO_ON, out));
    }

    static MediaTarget jpeg(List<byte[]> real) {
        return new MediaTarget(real, out -> new JpegDepacketizer(MOST_PICTURE, 2560, 1440, out));
    }

    @Override
    public List<byte[]> real() {
        return real;
    }

    /** Now and then all is well for a while, so that spoilt packets meet a reader that is in the midst of pictures. */
    @Override
    public void read(byte[] input) {
        if (inputs++ % WELL_EVERY == 0) {
            real.forEach(this::take);
        }
        take(input);
    }

    private void take(byte[] input) {
        now = now.plusMillis(10);
        RtpPacket packet = RtpPacket.parse(Unpooled.wrappedBuffer(input));
        if (packet == null) {
            return;
        }
        switch (sequence.see(packet)) {
            case AFTER_LOSS -> depacketizer.lost();
            case NEXT, OLD -> {}
        }
        depacketizer.packet(packet);
        said = depacketizer.unread();
    }

    @Override
    public void close() {
        if (pictures == 0) {
            throw new IllegalStateException("no picture came through: the inputs are no test; it said " + said);
        }
    }

    private void picture(CodedPicture picture) {
        pictures++;
        if (picture.bytes().length > MOST_PICTURE + MOST_SETS) {
            throw new IllegalStateException("a picture of " + picture.bytes().length + " bytes");
        }
        RtpTimeline.Moment moment = timeline.place(picture.timestamp(), 1, now);
        if (!Double.isFinite(moment.seconds())) {
            throw new IllegalStateException("a picture at " + moment);
        }
    }
}
