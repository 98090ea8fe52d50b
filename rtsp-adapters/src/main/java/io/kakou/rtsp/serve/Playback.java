package io.kakou.rtsp.serve;

import io.kakou.rtsp.rtp.Rtcp;
import io.kakou.rtsp.rtp.SenderReport;
import io.kakou.rtsp.wire.InterleavedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.concurrent.Future;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one session's units in real time, on the connection's event loop.
 *
 * <p>Units go out in decoding order, each at the earliest time to be shown among itself and those after it: so the
 * order is kept, and none leaves later than it is to be shown. H.264 reorders at most {@value #LOOKAHEAD} pictures, so
 * that many are known ahead. A client that does not read fast enough loses whole units up to the next keyframe.
 */
final class Playback implements Programme.Showing {
    static final int LOOKAHEAD = 16;
    private static final Logger LOG = LoggerFactory.getLogger(Playback.class);
    private static final int BATCH = 16;
    private static final double CLOCK_RATE = 90_000;
    /** A source this late is not hurried after; its timeline slips against the wall's. */
    private static final double MOST_LATE_SECONDS = 1;

    private final Channel channel;
    private final FeedPool feeds;
    private final Feed feed;
    private final ServerSettings settings;
    private final Packetizer packetizer;
    private final int rtcpChannel;
    private final int firstTimestamp = ThreadLocalRandom.current().nextInt();
    private final Deque<StreamUnit> ahead = new ArrayDeque<>();
    private @Nullable Future<?> timer;
    private boolean reading;
    private boolean sourceEnded;
    private boolean stopped;
    private boolean untilKeyframe;
    private boolean running;
    private long startNanos;
    private double startSeconds;
    private double nextReport;

    Playback(Channel channel, FeedPool feeds, Stream stream) {
        this.channel = channel;
        this.feeds = feeds;
        this.feed = new Feed(stream.source(), stream.settings().atEnd());
        this.settings = stream.settings();
        this.packetizer = Packetizer.of(
                stream.source().format(),
                stream.rtpChannel(),
                ThreadLocalRandom.current().nextInt(),
                ThreadLocalRandom.current().nextInt());
        this.rtcpChannel = stream.rtpChannel() + 1;
    }

    /** What is played to whom. */
    record Stream(StreamSource source, ServerSettings settings, int rtpChannel) {}

    /** Reads the first units; completes on the event loop. */
    @Override
    public CompletionStage<String> prepare() {
        reading = true;
        return feeds.read(feed, LOOKAHEAD + BATCH).thenApplyAsync(this::prepared, channel.eventLoop());
    }

    @Override
    public void start() {
        if (!stopped) {
            startNanos = now();
            startSeconds = due();
            nextReport = startSeconds;
            running = true;
            sendDue();
        }
    }

    @Override
    public void stop() {
        if (!stopped) {
            stopped = true;
            ahead.clear();
            if (timer != null) {
                timer.cancel(false);
            }
            feeds.release(feed);
        }
    }

    private String prepared(List<StreamUnit> units) {
        took(units, LOOKAHEAD + BATCH);
        StreamUnit first = ahead.peek();
        return "seq=" + packetizer.nextSequence() + ";rtptime="
                + Integer.toUnsignedString(timestamp(first == null ? 0 : first.seconds()));
    }

    private void took(List<StreamUnit> units, int asked) {
        reading = false;
        sourceEnded = units.size() < asked;
        if (!stopped) {
            ahead.addAll(units);
        }
    }

    private void readMore() {
        if (!reading && !sourceEnded && ahead.size() <= LOOKAHEAD + BATCH / 2) {
            reading = true;
            var unused = feeds.read(feed, BATCH).whenCompleteAsync(this::readAhead, channel.eventLoop());
        }
    }

    private void readAhead(@Nullable List<StreamUnit> units, @Nullable Throwable why) {
        if (stopped) {
            return;
        }
        if (units == null) {
            LOG.warn("a source broke, its session ends: {}", String.valueOf(why));
            end();
            return;
        }
        took(units, BATCH);
        if (timer == null) {
            sendDue();
        }
    }

    /** Sends what is due and comes back when the next is. */
    private void sendDue() {
        timer = null;
        while (running && !stopped && (ahead.size() > LOOKAHEAD || (sourceEnded && !ahead.isEmpty()))) {
            double due = due();
            double wait = due - startSeconds - (now() - startNanos) / 1e9;
            if (wait > 0) {
                timer = channel.eventLoop().schedule(this::sendDue, Math.round(wait * 1e9), TimeUnit.NANOSECONDS);
                break;
            }
            if (wait < -MOST_LATE_SECONDS) {
                startNanos += Math.round(-wait * 1e9);
            }
            report(due);
            send(ahead.remove());
        }
        if (sourceEnded && ahead.isEmpty() && !stopped) {
            end();
        }
        readMore();
    }

    private void send(StreamUnit unit) {
        untilKeyframe = !channel.isWritable() || (untilKeyframe && !unit.keyframe());
        if (untilKeyframe) {
            return;
        }
        ByteBuf out = channel.alloc().buffer(unit.annexB().length + unit.annexB().length / 32 + 256);
        packetizer.write(unit, timestamp(unit.seconds()), out);
        write(out);
    }

    private void report(double seconds) {
        if (seconds < nextReport || !channel.isWritable()) {
            return;
        }
        nextReport = seconds + settings.reportSeconds();
        ByteBuf out = channel.alloc().buffer(InterleavedFrame.HEADER_BYTES + SenderReport.BYTES);
        InterleavedFrame.writeHeader(out, rtcpChannel, SenderReport.BYTES);
        new SenderReport(packetizer.ssrc(), settings.cameraClock().instant(), timestamp(seconds))
                .write(out, packetizer.packets(), packetizer.bytes());
        write(out);
    }

    private void end() {
        stop();
        ByteBuf out = channel.alloc().buffer();
        InterleavedFrame.writeHeader(out, rtcpChannel, Rtcp.BYE_BYTES);
        Rtcp.writeBye(out, packetizer.ssrc());
        channel.writeAndFlush(out).addListener(ChannelFutureListener.CLOSE);
    }

    private void write(ByteBuf out) {
        ChannelFuture unused = channel.writeAndFlush(out);
    }

    private double due() {
        return ahead.stream().mapToDouble(StreamUnit::seconds).min().orElse(startSeconds);
    }

    private int timestamp(double seconds) {
        return firstTimestamp + (int) Math.round(CLOCK_RATE * seconds);
    }

    private long now() {
        return channel.eventLoop().ticker().nanoTime();
    }
}
