package io.kakou.benchmarks.fuzz;

import io.kakou.rtsp.rtp.Rtcp;
import io.kakou.rtsp.rtp.RtpTimeline;
import io.kakou.rtsp.rtp.SenderReport;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.List;

/** RTCP, and the clock that believes it. Nothing may be thrown. */
final class ReportTarget implements Target {
    private static final int TICKS = 3600;

    private final RtpTimeline timeline = new RtpTimeline(90_000);
    private Instant now = Instant.EPOCH;
    private int timestamp;

    @Override
    public List<byte[]> real() {
        return Corpus.reports();
    }

    @Override
    public void read(byte[] input) {
        ByteBuf bytes = Unpooled.wrappedBuffer(input);
        SenderReport report = Rtcp.senderReport(bytes);
        boolean unused = Rtcp.saysBye(bytes);
        if (report != null) {
            timeline.reported(report);
            now = now.plusMillis(40);
            timestamp += TICKS;
            RtpTimeline.Moment placed = timeline.place(timestamp, report.ssrc(), now);
            if (!Double.isFinite(placed.seconds())) {
                throw new IllegalStateException("a picture at " + placed);
            }
        }
    }

    @Override
    public void close() {}
}
