package io.kakou.rtsp;

import io.kakou.rtsp.codec.CodedPicture;
import io.kakou.rtsp.codec.Depacketizer;
import io.kakou.rtsp.codec.H264Depacketizer;
import io.kakou.rtsp.codec.H265Depacketizer;
import io.kakou.rtsp.codec.JpegDepacketizer;
import io.kakou.rtsp.codec.Wanted;
import io.kakou.rtsp.rtp.Reception;
import io.kakou.rtsp.rtp.Rtcp;
import io.kakou.rtsp.rtp.RtpPacket;
import io.kakou.rtsp.rtp.RtpTimeline;
import io.kakou.rtsp.rtp.SenderReport;
import io.kakou.rtsp.rtp.SequenceWatch;
import io.kakou.rtsp.sdp.Media;
import io.kakou.rtsp.wire.InterleavedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Packets of one media to access units, on the session's event loop. */
final class MediaFlow {
    private final int payloadType;
    private final InstantSource clock;
    private final Taker taker;
    private final SequenceWatch sequence = new SequenceWatch();
    private final RtpTimeline timeline;
    private final Reception reception;
    private final Codec codec;
    private final Depacketizer depacketizer;
    private int ssrc;
    private boolean ended;
    private boolean strange;

    MediaFlow(Media media, SessionSettings settings, InstantSource clock, Taker taker) {
        this.payloadType = media.payloadType();
        this.clock = clock;
        this.taker = taker;
        this.timeline = new RtpTimeline(media.ticksPerSecond());
        this.reception = new Reception(ThreadLocalRandom.current().nextInt(), media.ticksPerSecond());
        this.codec = codec(media);
        this.depacketizer = depacketizer(media, settings);
        this.depacketizer.ask(taker::wanted);
    }

    /** Who takes the pictures. */
    interface Taker {
        /** Asked as a picture begins. */
        Wanted wanted();

        void take(AccessUnit unit);
    }

    private static Codec codec(Media media) {
        return media.isH264() ? Codec.H264 : media.isH265() ? Codec.H265 : Codec.JPEG;
    }

    private Depacketizer depacketizer(Media media, SessionSettings settings) {
        int most = settings.mostPictureBytes();
        return switch (codec) {
            case H264 -> new H264Depacketizer(media.h264().parameterSets(), most, settings.afterLoss(), this::picture);
            case H265 -> new H265Depacketizer(media.h265().parameterSets(), most, settings.afterLoss(), this::picture);
            case JPEG ->
                new JpegDepacketizer(most, media.size().width(), media.size().height(), this::picture);
        };
    }

    /** Takes one RTP frame and says whether it was a packet of this media; what is none is passed over. */
    boolean rtp(ByteBuf bytes) {
        RtpPacket packet = RtpPacket.parse(bytes);
        if (packet == null || packet.payloadType() != payloadType) {
            strange = true;
            return false;
        }
        strange = false;
        reception.took(packet);
        switch (sequence.see(packet)) {
            case OLD -> {
                return true;
            }
            case AFTER_LOSS -> depacketizer.lost();
            case NEXT -> {}
        }
        ssrc = packet.ssrc();
        depacketizer.packet(packet);
        return true;
    }

    void rtcp(ByteBuf bytes) {
        SenderReport report = Rtcp.senderReport(bytes);
        if (report != null) {
            Instant now = clock.instant();
            if (report.tellsTime(now)) {
                timeline.reported(report);
            }
            reception.took(report, now);
        }
        ended |= Rtcp.saysBye(bytes);
    }

    /** A report to the camera on what came (RFC 3550 §6.4.2), or null before anything did; to be released. */
    @Nullable
    ByteBuf report(int channel) {
        if (!reception.begun()) {
            return null;
        }
        ByteBuf out = Unpooled.buffer(InterleavedFrame.HEADER_BYTES + Reception.BYTES);
        InterleavedFrame.writeHeader(out, channel, Reception.BYTES);
        reception.write(out, clock.instant());
        return out;
    }

    /** Whether what came last was no packet of this media. */
    boolean strange() {
        return strange;
    }

    /** What it sends that is not read, in words for people; null where all is. */
    @Nullable
    String unread() {
        return depacketizer.unread();
    }

    /** Packets that never came. */
    long lost() {
        return sequence.lost();
    }

    /** Whether the camera said goodbye. */
    boolean ended() {
        return ended;
    }

    @Override
    public String toString() {
        return sequence.lost() + " packets lost, " + depacketizer.dropped() + " pictures dropped";
    }

    private void picture(CodedPicture picture) {
        Instant arrival = clock.instant();
        reception.ended(picture.timestamp(), arrival);
        RtpTimeline.Moment moment = timeline.place(picture.timestamp(), ssrc, arrival);
        taker.take(new AccessUnit(
                codec, picture.keyframe(), moment.seconds(), moment.at(), moment.cameraTime(), picture.bytes()));
    }
}
