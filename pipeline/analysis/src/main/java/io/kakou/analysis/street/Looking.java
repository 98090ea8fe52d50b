package io.kakou.analysis.street;

import io.kakou.analysis.decode.Deblocking;
import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.StreamDecoder;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Effort;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.Plan;
import io.kakou.analysis.look.Work;
import io.kakou.analysis.watch.CameraWatch;
import io.kakou.analysis.watch.Glance;
import io.kakou.analysis.watch.Judged;
import io.kakou.analysis.watch.Moment;
import io.kakou.rtsp.Codec;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one camera: at keyframes by themselves while no rule wants more, at all it shows while one does. What a rule wants
 * more of is seen at a keyframe, and may have begun up to a GOP before: the pictures since the keyframe before are still
 * there and are looked at first. One thread at a time.
 */
final class Looking implements AutoCloseable {
    /** Keyframes that come closer than this are passed over: some streams have no other pictures. */
    static final double LEAST_SECONDS = 0.4;
    /** A look is meant to be over so long before its time is up. */
    static final double SLACK_SECONDS = 0.8;
    /** So long without a rule that wants more, and it is not followed any more. */
    private static final double QUIET_SECONDS = 3;
    /** A camera whose keyframes lie further apart is decoded all the time while it is to be followed. */
    private static final double LONG_GOP_SECONDS = 4.5;
    /** So many keyframes in a row that give no whole picture by themselves: it refreshes bit by bit. */
    private static final int TRIES = 3;

    private final Street street;
    private final String camera;
    private final Inbox inbox = new Inbox();
    private final CameraWatch watch;
    private final Consumer<Judged> sink;
    private final double phase;

    private volatile boolean following;
    private volatile double lookedSeconds = Double.NEGATIVE_INFINITY;
    private volatile double decodedSeconds = Double.NEGATIVE_INFINITY;
    private volatile double judgedReceived = Double.NEGATIVE_INFINITY;

    private @Nullable StreamDecoder decoder;
    private Codec codec = Codec.H264;
    private long next;
    private long session = -1;
    private Instant origin = Instant.EPOCH;
    private double busySeconds;
    private volatile int failed;
    /** Of the thread that looks now. */
    private @Nullable Lenses lenses;

    private Plan plan = new Plan(Effort.GLANCE, 10, 10, 1, false);

    /** What a look came to beside its judgement. */
    enum Outcome {
        LOOKED,
        HINT_CAME_TRUE,
        HINT_CAME_TO_NOTHING
    }

    /** Why it is time. */
    enum Reason {
        KEYFRAME,
        HINT
    }

    Looking(String camera, Street street, CameraWatch watch, Consumer<Judged> sink) {
        this.street = street;
        this.camera = camera;
        this.watch = watch;
        this.sink = sink;
        this.phase = Math.floorMod(camera.hashCode() * 0x9E3779B9, 1000) / 1000.0;
    }

    String camera() {
        return camera;
    }

    Inbox inbox() {
        return inbox;
    }

    boolean isFollowing() {
        return following;
    }

    double lookedSeconds() {
        return lookedSeconds;
    }

    double decodedSeconds() {
        return decodedSeconds;
    }

    double judgedReceived() {
        return judgedReceived;
    }

    Outcome look(Plan now, Reason reason, Lenses fitting) {
        plan = now;
        lenses = fitting;
        if (following) {
            follow();
            return Outcome.LOOKED;
        }
        if (isContinuous(plan)) {
            begin(inbox.keyframe());
            return Outcome.LOOKED;
        }
        if (reason == Reason.HINT) {
            return peek();
        }
        Coded keyframe = inbox.keyframe();
        if (keyframe != null && keyframe.seconds() > lookedSeconds) {
            glance(keyframe);
        }
        return Outcome.LOOKED;
    }

    /** What looks need of the pictures, under a plan. On a network thread. */
    Inbox.Keep keeps(Plan given) {
        if (given.effort() == Effort.FOLLOW) {
            return Inbox.Keep.TWO_GOPS;
        }
        return following || isContinuous(given) ? Inbox.Keep.GOP : Inbox.Keep.KEYFRAME;
    }

    private boolean isContinuous(Plan given) {
        double longest = given.effort() == Effort.FOLLOW ? LONG_GOP_SECONDS : given.glanceSeconds();
        return failed >= TRIES || inbox.gopSeconds(0) > longest;
    }

    private void glance(Coded keyframe) {
        double before = street.cpuSeconds();
        Decoders.Kind kind = new Decoders.Kind(keyframe.unit().codec(), smoothing());
        StreamDecoder lent = street.decoders().take(kind);
        boolean wakes = false;
        try {
            DecodedFrame frame = only(lent, keyframe);
            boolean whole = frame != null && frame.intact();
            int again = failed + 1;
            failed = whole ? 0 : again;
            if (frame != null) {
                Glance glance = glanced(frame);
                street.counts().glances.increment();
                double glanced = street.cpuSeconds();
                street.spent(camera, Work.GLANCE, glanced - before);
                wakes = plan.effort() == Effort.FOLLOW && watch.wantsMore();
                if (!wakes) {
                    Judged judged = watch.look(frame, moment(keyframe, frame), glance, plan);
                    wakes = judged == null;
                    if (judged != null) {
                        told(judged, keyframe.received());
                    }
                    if (judged == null || judged.look().depth() == Depth.DETECTED) {
                        street.spent(camera, Work.DETECTION, street.cpuSeconds() - glanced);
                    }
                }
            }
            drain(lent);
        } finally {
            street.decoders().giveBack(kind, lent);
        }
        if (wakes) {
            List<Coded> all = inbox.together();
            begin(all.isEmpty() ? null : all.get(0));
        }
    }

    /**
     * Where no detector sees the keyframe the gate alone judges it, at 160×96: of 349 keyframes two, as OpenH264 codes
     * them three, came out otherwise than with their blocks smoothed ({@code bench keyframes}). It saves 3 and 25 % of them.
     */
    private Deblocking smoothing() {
        return switch (plan.effort()) {
            case GLANCE -> Deblocking.LEFT_OUT;
            case SAMPLE, FOLLOW -> Deblocking.WHOLE;
        };
    }

    private Glance glanced(DecodedFrame frame) {
        Objects.requireNonNull(lenses).fit(watch, frame);
        return watch.glance(frame);
    }

    /** The keyframe by itself. */
    private static @Nullable DecodedFrame only(StreamDecoder lent, Coded keyframe) {
        lent.send(keyframe.unit().bytes(), keyframe.seconds());
        DecodedFrame frame = lent.next();
        if (frame == null) {
            lent.flush();
            frame = lent.next();
        }
        return frame;
    }

    private static void drain(StreamDecoder lent) {
        lent.flush();
        DecodedFrame left = lent.next();
        while (left != null) {
            left = lent.next();
        }
    }

    /** The newest picture, by way of those since the keyframe. */
    private Outcome peek() {
        Coded keyframe = inbox.keyframe();
        List<Coded> units = keyframe == null ? List.of() : inbox.from(keyframe.number());
        if (keyframe == null || units.isEmpty()) {
            return Outcome.LOOKED;
        }
        street.counts().hints.increment();
        double before = street.cpuSeconds();
        boolean wakes = false;
        boolean changed = false;
        Decoders.Kind kind = Decoders.Kind.whole(keyframe.unit().codec());
        StreamDecoder lent = street.decoders().take(kind);
        try {
            Coded last = units.get(units.size() - 1);
            for (Coded unit : units) {
                lent.send(unit.unit().bytes(), unit.seconds());
                for (DecodedFrame frame = lent.next(); frame != null; frame = lent.next()) {
                    if (unit.number() == last.number()) {
                        Glance glance = glanced(frame);
                        street.counts().glances.increment();
                        Judged judged = watch.look(frame, moment(unit, frame), glance, plan);
                        wakes = judged == null;
                        if (judged != null) {
                            told(judged, unit.received());
                            changed |= judged.look().depth() == Depth.DETECTED;
                        }
                    }
                }
            }
            drain(lent);
        } finally {
            street.decoders().giveBack(kind, lent);
        }
        street.spent(camera, Work.GLANCE, street.cpuSeconds() - before);
        if (wakes) {
            begin(keyframe);
        }
        return wakes || changed ? Outcome.HINT_CAME_TRUE : Outcome.HINT_CAME_TO_NOTHING;
    }

    /** Every picture from this one on is decoded. */
    private void begin(@Nullable Coded first) {
        if (first == null) {
            return;
        }
        codec = first.unit().codec();
        decoder = street.decoders().take(Decoders.Kind.whole(codec));
        session = first.session();
        next = first.number();
        busySeconds = first.seconds();
        following = true;
        follow();
    }

    private void follow() {
        double before = street.cpuSeconds();
        List<Coded> units = inbox.from(next);
        if (units.isEmpty()) {
            return;
        }
        for (Coded unit : units) {
            decode(unit);
        }
        Coded last = units.get(units.size() - 1);
        next = last.number() + 1;
        double seconds = last.seconds() - Math.max(units.get(0).seconds(), decodedSeconds);
        decodedSeconds = last.seconds();
        if (seconds > LEAST_SECONDS / 2) {
            street.spent(camera, Work.FOLLOWED, (street.cpuSeconds() - before) / seconds);
        }
        if (isOver(last.seconds())) {
            end();
        }
    }

    private boolean isOver(double seconds) {
        boolean wanted = plan.effort() == Effort.FOLLOW && seconds - busySeconds < QUIET_SECONDS;
        return !wanted && !isContinuous(plan);
    }

    private void decode(Coded coded) {
        StreamDecoder own = Objects.requireNonNull(decoder);
        if (coded.session() != session || (coded.number() > next && coded.unit().keyframe())) {
            // What the decoder still held belongs to what was before.
            own.flush();
            seeAll(own, coded);
            session = coded.session();
        }
        if (coded.unit().codec() != codec) {
            own.close();
            codec = coded.unit().codec();
            own = new StreamDecoder(codec);
            decoder = own;
        }
        origin = coded.unit().at().minusNanos(Math.round(coded.seconds() * 1e9));
        own.send(coded.unit().bytes(), coded.seconds());
        seeAll(own, coded);
        next = coded.number() + 1;
    }

    private void seeAll(StreamDecoder own, Coded coded) {
        for (DecodedFrame frame = own.next(); frame != null; frame = own.next()) {
            see(frame, coded.received());
        }
    }

    private void see(DecodedFrame frame, double received) {
        if (frame.seconds() <= lookedSeconds) {
            return;
        }
        Objects.requireNonNull(lenses).fit(watch, frame);
        Judged judged = plan.effort() == Effort.FOLLOW ? watch.see(frame, moment(frame)) : glanceAt(frame);
        if (judged != null) {
            street.counts().glances.increment();
            told(judged, received);
            busySeconds = watch.wantsMore() ? frame.seconds() : busySeconds;
        }
    }

    private @Nullable Judged glanceAt(DecodedFrame frame) {
        return frame.seconds() - lookedSeconds < plan.glanceSeconds() - SLACK_SECONDS
                ? null
                : watch.look(frame, moment(frame), watch.glance(frame), plan);
    }

    private Moment moment(Coded keyframe, DecodedFrame frame) {
        origin = keyframe.unit().at().minusNanos(Math.round(keyframe.seconds() * 1e9));
        return moment(frame);
    }

    /** A frame's number begins anew with each session and each decoder; its time does not. */
    private Moment moment(DecodedFrame frame) {
        Instant at = Look.instant(origin, frame.seconds());
        return new Moment("t" + at.toEpochMilli(), frame.seconds(), at);
    }

    private void told(Judged judged, double received) {
        Depth depth = judged.look().depth();
        boolean first = lookedSeconds == Double.NEGATIVE_INFINITY;
        // Cameras that were opened together are not to be looked at together for ever.
        double early = first && plan.effort() != Effort.FOLLOW && !following ? phase * plan.glanceSeconds() : 0;
        lookedSeconds = judged.look().seconds() - early;
        street.counts().looks.increment();
        if (depth == Depth.UNKNOWN) {
            street.counts().unknown.increment();
        } else {
            judgedReceived = received;
        }
        if (depth == Depth.DETECTED) {
            street.counts().detections.increment();
        }
        sink.accept(judged);
    }

    private void end() {
        StreamDecoder own = Objects.requireNonNull(decoder);
        following = false;
        decoder = null;
        drain(own);
        street.decoders().giveBack(Decoders.Kind.whole(codec), own);
    }

    @Override
    public void close() {
        if (decoder != null) {
            following = false;
            decoder.close();
            decoder = null;
        }
        watch.close();
    }
}
