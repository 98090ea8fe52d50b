package io.kakou.rtsp.simulate;

import io.kakou.rtsp.rtp.RtpHeader;
import io.kakou.rtsp.rtp.SenderReport;
import io.kakou.rtsp.serve.Programme;
import io.kakou.rtsp.wire.InterleavedFrame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends one camera's pictures to one client, each when it is due, on the connection's event loop.
 *
 * <p>The film's bytes are kept once; a picture's are copied together behind the camera's own headers and leave in one
 * call. A copy of 5 KB costs less than the dozen pieces that a gathering write of shared bytes would take.
 */
final class Sender implements Programme.Showing {
    private static final double CLOCK_RATE = 90_000;
    /** A camera this late is not hurried after: as one whose line was jammed it goes on at the keyframe that is next. */
    private static final double MOST_LATE_SECONDS = 1;

    private final SimulatedCamera camera;
    private final Film film;
    private final CameraClock clock;
    private final Channel channel;
    private final int rtpChannel;
    private final Outlet outlet;
    private final PacketFaults faults;
    private final RandomGenerator chance;
    private final int ssrc;
    private final int firstTimestamp;

    private int sequence;
    private long packets;
    private long bytes;
    private int next;
    private double pass;
    private double began;
    private long beganNanos;
    private double nextReport;
    private boolean untilKeyframe;
    /** Whether the picture before left whole, with all that it needs. */
    private boolean whole;

    private boolean stopped;
    private @Nullable Future<?> timer;

    Sender(SimulatedCamera camera, Channel channel, int rtpChannel, RandomGenerator chance) {
        this.camera = camera;
        this.film = camera.film();
        this.clock = new CameraClock(camera.faults());
        this.channel = channel;
        this.rtpChannel = rtpChannel;
        this.outlet = outlet(camera.faults(), channel, chance);
        this.faults = new PacketFaults(camera.faults(), chance);
        this.chance = chance;
        this.ssrc = chance.nextInt();
        this.firstTimestamp = chance.nextInt();
        this.sequence = chance.nextInt(1 << 16);
    }

    private static Outlet outlet(Faults faults, Channel channel, RandomGenerator chance) {
        double narrow = faults.value(FaultKind.SLOW, 0);
        Outlet straight = narrow > 0 ? new NarrowOutlet(channel, narrow) : Outlet.wide(channel);
        double least = faults.value(FaultKind.JITTER, 0);
        double spread = faults.value(FaultKind.JITTER, 1, 0) - least;
        return faults.have(FaultKind.JITTER)
                ? Outlet.late(channel, straight, () -> least + spread * chance.nextDouble())
                : straight;
    }

    @Override
    public CompletionStage<String> prepare() {
        tuneIn();
        return CompletableFuture.completedFuture(
                "seq=" + sequence + ";rtptime=" + Integer.toUnsignedString(timestamp(began)));
    }

    @Override
    public void start() {
        if (stopped) {
            return;
        }
        tuneIn();
        nextReport = began + chance.nextDouble() * camera.street().reportSeconds();
        double drop = camera.faults().value(FaultKind.DROP, 0);
        if (drop > 0) {
            var unused = channel.eventLoop().schedule(this::drop, Math.round(drop * 1e9), TimeUnit.NANOSECONDS);
        }
        sendDue();
    }

    @Override
    public void stop() {
        if (!stopped) {
            stopped = true;
            if (timer != null) {
                timer.cancel(false);
            }
            faults.close();
            outlet.close();
        }
    }

    /** Finds the picture that the camera is at now. */
    private void tuneIn() {
        beganNanos = now();
        began = camera.phase() + running(beganNanos);
        find(began);
    }

    /** @param seconds from the beginning of the film's first pass */
    private void find(double seconds) {
        pass = Math.floor(seconds / film.seconds()) * film.seconds();
        next = 0;
        while (next < film.units() && pass + film.unit(next).sent() < seconds) {
            next++;
        }
        turnOver();
    }

    private void drop() {
        ChannelFuture unused = channel.close();
    }

    /** Sends what is due, and comes back when the next is. */
    private void sendDue() {
        double sentAt = seconds(now());
        while (!stopped) {
            Film.Unit unit = film.unit(next);
            double seconds = seconds(now());
            double wait = pass + unit.sent() - seconds;
            if (wait > 0) {
                outlet.flush();
                wait = Math.max(wait, sentAt + camera.street().gatherSeconds() - seconds);
                timer = channel.eventLoop().schedule(this::sendDue, Math.round(wait * 1e9), TimeUnit.NANOSECONDS);
                return;
            }
            if (wait < -MOST_LATE_SECONDS) {
                find(seconds);
                untilKeyframe = true;
                camera.street().skips().increment();
                continue;
            }
            report(pass + unit.sent());
            send(unit);
            next++;
            turnOver();
        }
    }

    private void turnOver() {
        if (next == film.units()) {
            next = 0;
            pass += film.seconds();
        }
    }

    private void send(Film.Unit unit) {
        double seconds = pass + unit.sent() - began;
        if (hangs(seconds)) {
            sequence = sequence + unit.count() & 0xffff;
            whole = false;
            return;
        }
        untilKeyframe = !outlet.hasRoom() || (untilKeyframe && !unit.keyframe());
        if (untilKeyframe) {
            whole = false;
            return;
        }
        ByteBuf out = channel.alloc().directBuffer(unit.size());
        int timestamp = timestamp(pass + unit.shown());
        boolean intact = true;
        for (int i = 0; i < unit.count(); i++) {
            intact &= packet(unit.packets()[i], unit.packets()[i + 1], timestamp, out);
        }
        outlet.write(out);
        camera.street().sent().increment();
        whole = intact && (whole || unit.keyframe());
        if (whole) {
            camera.whole().increment();
        }
    }

    /** Whether it leaves as it should; lost parameter sets are no loss, the description has told them. */
    private boolean packet(int at, int end, int timestamp, ByteBuf out) {
        int start = out.writerIndex();
        boolean leaves = !faults.loses();
        boolean intact = leaves || film.holdsSets(at);
        if (leaves) {
            film.write(at, end, rtpChannel, new RtpHeader(false, 0, sequence, timestamp, ssrc), out);
            intact = !faults.spoils(out, start, film.holdsSets(at));
        }
        sequence = sequence + 1 & 0xffff;
        packets++;
        bytes += end - at - Film.HEADER_BYTES;
        return intact;
    }

    private boolean hangs(double seconds) {
        double every = camera.faults().value(FaultKind.STALL, 1, 0);
        return every > 0 && seconds % every >= every - camera.faults().value(FaultKind.STALL, 0);
    }

    private void report(double seconds) {
        if (seconds < nextReport || camera.faults().have(FaultKind.CLOCK_SILENT) || !outlet.hasRoom()) {
            return;
        }
        nextReport = seconds + camera.street().reportSeconds();
        ByteBuf out = channel.alloc().directBuffer(InterleavedFrame.HEADER_BYTES + SenderReport.BYTES);
        InterleavedFrame.writeHeader(out, rtpChannel + 1, SenderReport.BYTES);
        // The timestamp of this very moment: the picture may be a little late.
        long nanos = now();
        int timestamp = timestamp(seconds(nanos));
        new SenderReport(ssrc, clock.at(camera.street().clock().instant(), running(nanos)), timestamp)
                .write(out, packets, bytes);
        if (camera.faults().have(FaultKind.CLOCK_NONSENSE)) {
            for (int i = InterleavedFrame.HEADER_BYTES + 8; i < out.writerIndex(); i++) {
                out.setByte(i, chance.nextInt(256));
            }
        }
        outlet.write(out);
    }

    /** Where the film is, in seconds from the beginning of its first pass. */
    private double seconds(long nanos) {
        return began + (nanos - beganNanos) / 1e9;
    }

    /** True seconds since the street was switched on. */
    private double running(long nanos) {
        return (nanos - camera.street().switchedOn()) / 1e9;
    }

    private int timestamp(double seconds) {
        return firstTimestamp + (int) Math.round(CLOCK_RATE * clock.media(seconds) % 0x1p32);
    }

    private static long now() {
        return System.nanoTime();
    }
}
