package io.kakou.analysis.watch;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.gate.Change;
import io.kakou.analysis.gate.Gate;
import io.kakou.analysis.gate.GateState;
import io.kakou.analysis.gate.GreyPicture;
import io.kakou.analysis.gate.PictureCheck;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.Planner;
import io.kakou.analysis.look.Planner.Need;
import io.kakou.analysis.look.PlannerSettings;
import io.kakou.analysis.recall.Learned;
import io.kakou.analysis.recall.MemoryKeeper;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import org.jspecify.annotations.Nullable;

/** One camera's frames, in order: the planner takes some, the gate compares, the judge judges. One thread owns it. */
public final class CameraWatch implements AutoCloseable {
    private final CameraJudge judge;
    private final Planner planner;
    private final Scaler scaler;
    /** Written over by each look that detects: its picture is the judge's until then. */
    private final Picture kept;

    private final SharpPicture sharp = new SharpPicture();

    private final Gate gate = new Gate(Gate.Settings.DEFAULT);
    private GateState seen = GateState.NEW;
    private Memory memory = Memory.EMPTY;
    private Need need = Need.NONE;

    private final MemoryKeeper memories;
    /** Of the frames so far; null before the first. */
    private @Nullable Size size;

    /**
     * A watch that has seen nothing, and of which nothing is kept.
     *
     * @param input the size at which the judge's detector takes pictures
     */
    public CameraWatch(CameraJudge judge, PlannerSettings settings, Size input) {
        this(judge, settings, input, MemoryKeeper.NONE);
    }

    /**
     * A watch that has seen nothing.
     *
     * @param input the size at which the judge's detector takes pictures
     * @param memories what was learned before, and where what is learned is kept; closed with this
     */
    public CameraWatch(CameraJudge judge, PlannerSettings settings, Size input, MemoryKeeper memories) {
        this.judge = judge;
        this.planner = new Planner(settings);
        this.scaler = new Scaler(input);
        this.kept = Picture.allocate(input.width(), input.height());
        this.memories = memories;
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
        if (!planner.takes(moment.seconds(), need)) {
            return null;
        }
        recall(frame.size());
        Depth depth = depth(frame, moment.seconds());
        Picture picture = depth == Depth.DETECTED ? scaler.picture(frame, kept) : null;
        Picture whole = depth == Depth.DETECTED && judge.wantsSharp(memory, frame.size()) ? sharp.of(frame) : null;
        Look look = new Look(moment.frame(), moment.seconds(), moment.at(), depth, picture, whole);
        Memory before = memory;
        Judgement judgement = judge.judge(before, look);
        memory = judgement.next();
        need = judgement.need();
        memories.keep(Learned.of(memory, seen, moment.seconds()), moment.seconds(), moment.at());
        return new Judged(before, look, judgement);
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

    private Depth depth(DecodedFrame frame, double seconds) {
        GreyPicture grey = scaler.grey(frame);
        if (!frame.intact() || PictureCheck.of(grey) != PictureCheck.CLEAR) {
            return Depth.UNKNOWN;
        }
        Change change = gate.compare(seen, grey);
        seen = gate.learn(seen, change);
        Depth depth = planner.depth(seconds, change, need);
        if (depth == Depth.DETECTED) {
            seen = seen.lookedAt(grey);
        }
        return depth;
    }

    @Override
    public void close() {
        scaler.close();
        sharp.close();
        memories.close();
    }
}
