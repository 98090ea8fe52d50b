package io.kakou.analysis.watch;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.gate.Change;
import io.kakou.analysis.gate.Clarity;
import io.kakou.analysis.gate.Gate;
import io.kakou.analysis.gate.GateState;
import io.kakou.analysis.gate.GreyPicture;
import io.kakou.analysis.gate.PictureCheck;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Effort;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.Plan;
import io.kakou.analysis.look.Planner;
import io.kakou.analysis.look.Planner.Need;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.recall.Learned;
import io.kakou.analysis.recall.MemoryKeeper;
import io.kakou.events.EventKind;
import io.kakou.events.PersonSighting;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One camera's frames, in order: the planner takes some, the gate compares, the judge judges. One thread owns it. */
public final class CameraWatch implements AutoCloseable {
    private final Judges judges;
    private final Planner planner;
    private CameraJudge judge;
    private Eyes eyes;
    /** Lent, or its own, made when it is needed first. */
    private @Nullable Lens lens;

    private @Nullable Lens own;

    private final Gate gate = new Gate(Gate.Settings.DEFAULT);
    private GateState seen = GateState.NEW;
    private Memory memory = Memory.EMPTY;
    private Need need = Need.NONE;
    /** Whether the newest look showed a change that is to be followed. */
    private boolean stirred;
    /** Up to here it is known that a rule will want to see more. */
    private double soonUntil = Double.NEGATIVE_INFINITY;

    private final MemoryKeeper memories;
    /** Events that a person has switched off here, asked for at each look. */
    private Supplier<Set<EventKind>> brake = Set::of;
    /** Of the frames so far; null before the first. */
    private @Nullable Size size;

    /**
     * A watch that has seen nothing, and of which nothing is kept.
     *
     * @param judge asked for every look
     */
    public CameraWatch(CameraJudge judge, PlannerSettings settings) {
        this(Judges.always(judge), settings, MemoryKeeper.NONE);
    }

    /**
     * A watch that has seen nothing.
     *
     * @param judges asked before each frame, which are taken with what the look before left; closed with this
     * @param memories what was learned before, and where what is learned is kept; closed with this
     */
    public CameraWatch(Judges judges, PlannerSettings settings, MemoryKeeper memories) {
        this.judges = judges;
        this.judge = judges.judge();
        this.eyes = Eyes.of(judge.detector());
        this.planner = new Planner(settings);
        this.memories = memories;
    }

    /** The size at which its detector takes pictures. */
    public Size input() {
        return eyes.input();
    }

    /**
     * Takes up whoever judges from now on: before anything of a frame is looked at. What the looks so far left goes on, so
     * that what is open can be released and what was learned stays.
     */
    public void turn() {
        CameraJudge now = judges.judge();
        if (now == judge) {
            return;
        }
        judge = now;
        eyes = Eyes.of(now.detector());
        lens = null;
        if (own != null) {
            own.close();
            own = null;
        }
    }

    /**
     * Looks through somebody else's lens from now on.
     *
     * @param lent made for {@link #input}; not closed with this
     */
    public void through(Lens lent) {
        lens = lent;
    }

    /**
     * Judges none of these events from now on, for as long as they are among them.
     *
     * @param kinds asked for at each look, on the thread that looks; never blocks
     */
    public CameraWatch under(Supplier<Set<EventKind>> kinds) {
        brake = kinds;
        return this;
    }

    private Lens lens() {
        if (lens == null) {
            own = new Lens(eyes.input());
            lens = own;
        }
        return lens;
    }

    /** From one look to the next. */
    double intervalSeconds() {
        return planner.intervalSeconds();
    }

    /**
     * The look at this frame and what it came to, or null where the planner lets the frame pass. The look's picture
     * holds until the next call.
     */
    public @Nullable Judged see(DecodedFrame frame, Moment moment) {
        if (!planner.takes(moment.seconds(), moment.seconds() <= soonUntil ? Need.SOONER : need)) {
            return null;
        }
        turn();
        Glance glance = glance(frame);
        Depth depth = depth(glance, moment.seconds());
        return kept(judged(frame, moment, glance, depth), glance);
    }

    /** What the gate says of a frame; nothing is learned, and it is no look yet. */
    public Glance glance(DecodedFrame frame) {
        recall(frame.size());
        GreyPicture grey = lens().scaler().grey(frame);
        if (!frame.intact()) {
            return new Glance(grey, PictureCheck.TORN, seen.clarity(), null);
        }
        Clarity clarity = seen.clarity().after(grey);
        boolean clear = clarity.check() == PictureCheck.CLEAR;
        return new Glance(grey, clarity.check(), clarity, clear ? gate.compare(seen, grey) : null);
    }

    /**
     * The look at a frame that was glanced at, of a camera that is not followed now. Where it shows something that a rule
     * wants to see more of, or a change where that is enough, and the camera can be followed, it is null and as if it had
     * never been: what is before the frame is to be looked at first; for a rule as closely as if it had already begun to see
     * it.
     *
     * @param glance at this very frame, with no look since
     */
    public @Nullable Judged look(DecodedFrame frame, Moment moment, Glance glance, Plan plan) {
        Change change = glance.change();
        boolean follows = plan.effort() == Effort.FOLLOW && seen.reference() != null;
        if (follows && change != null && planner.wakesAt(change)) {
            return null;
        }
        Depth depth = change == null ? Depth.UNKNOWN : planner.depth(moment.seconds(), change, need, plan);
        Judged judged = judged(frame, moment, glance, depth);
        if (follows && judged.judgement().need().wakes()) {
            soonUntil = moment.seconds();
            return null;
        }
        planner.took(moment.seconds());
        return kept(judged, glance);
    }

    /** Whether more is to be seen than a keyframe now and then. */
    public boolean wantsMore() {
        return need.wakes() || stirred;
    }

    private Depth depth(Glance glance, double seconds) {
        Change change = glance.change();
        return change == null ? Depth.UNKNOWN : planner.depth(seconds, change, need);
    }

    private Judged judged(DecodedFrame frame, Moment moment, Glance glance, Depth depth) {
        Picture picture = depth == Depth.DETECTED ? lens().scaler().picture(frame, lens().kept()) : null;
        Picture whole = depth == Depth.DETECTED && judge.wantsSharp(memory, frame.size())
                ? lens().sharp().of(frame)
                : null;
        Look look = new Look(moment.frame(), moment.seconds(), moment.at(), depth, picture, whole, brake.get());
        return new Judged(memory, look, judge.judge(memory, look), eyes, glance.check());
    }

    private Judged kept(Judged judged, Glance glance) {
        Look look = judged.look();
        learn(glance, look.depth());
        memory = judged.judgement().next();
        need = judged.judgement().need();
        stirred = glance.change() != null && planner.wakesAt(glance.change());
        memories.keep(Learned.of(memory, seen, look.seconds()), look.seconds(), look.at());
        return judged;
    }

    private void learn(Glance glance, Depth depth) {
        Change change = glance.change();
        seen = seen.with(glance.clarity());
        if (change != null) {
            seen = gate.learn(seen, change);
        }
        if (depth == Depth.DETECTED) {
            seen = seen.lookedAt(glance.grey());
        }
    }

    /** What was learned is of a picture of this size and shape: of another it says nothing. */
    private void recall(Size picture) {
        if (!picture.equals(size)) {
            size = picture;
            Learned learned = memories.recall(picture);
            memory = learned.into(memory);
            seen = learned.into(seen);
        }
    }

    /** Who passes here and was not told of to the last; for footage that ends. */
    public List<PersonSighting> left(double seconds) {
        return judge.left(memory, seconds);
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
            own = null;
        }
        memories.close();
        judges.close();
    }
}
