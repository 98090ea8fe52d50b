package io.kakou.analysis.replay;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.DatedLook;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.LookEntry;
import io.kakou.analysis.replay.LookAgain.Input;
import io.kakou.analysis.watch.SharpPicture;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import org.jspecify.annotations.Nullable;

/** One camera's kept looks judged again, in order. One thread owns it. */
public final class Rejudging implements AutoCloseable {
    private final CameraJudge judge;
    private final Sizes sizes;
    private final Scaler then;
    /** The same as {@code then} where the model takes pictures of the same size. */
    private final Scaler now;

    private final SharpPicture sharp = new SharpPicture();
    private Memory memory;

    /**
     * In what size a model is given pictures.
     *
     * @param then the model that judged
     * @param now the model that judges
     */
    public record Sizes(Size then, Size now) {}

    /** A frame as a look needs it: by the model of now, and how it compares. */
    private record Seen(@Nullable Picture picture, Input input) {}

    /**
     * A rejudging.
     *
     * @param memory the memory the first look began with
     */
    public Rejudging(CameraJudge judge, Sizes sizes, Memory memory) {
        this.judge = judge;
        this.sizes = sizes;
        this.memory = memory;
        this.then = new Scaler(sizes.then());
        this.now = sizes.now().equals(sizes.then()) ? then : new Scaler(sizes.now());
    }

    /** What the next look begins with. */
    public Memory memory() {
        return memory;
    }

    /** Goes on with another memory: one that was kept at this place. */
    public void remember(Memory kept) {
        memory = kept;
    }

    /**
     * Judges the next look.
     *
     * @param frame what was looked at; null where it is not to be had, or not needed
     * @param outcome what it came to then, or null
     */
    public LookAgain judge(DatedLook dated, @Nullable DecodedFrame frame, @Nullable Outcome outcome) {
        LookEntry entry = dated.entry();
        boolean detected = entry.depth() == Depth.DETECTED;
        Seen seen = detected ? seen(entry, frame) : new Seen(null, Input.NONE);
        Depth depth = detected && seen.picture == null ? Depth.UNKNOWN : entry.depth();
        Picture whole = frame != null && seen.picture != null ? whole(frame) : null;
        Judgement judgement = judge.judge(
                memory,
                new Look(entry.frame(), entry.seconds(), dated.at(), depth, seen.picture, whole, entry.braked()));
        memory = judgement.next();
        return new LookAgain(dated, seen.input, outcome, Outcome.of(judgement));
    }

    private @Nullable Picture whole(DecodedFrame frame) {
        return judge.wantsSharp(memory, frame.size()) ? sharp.of(frame) : null;
    }

    private Seen seen(LookEntry entry, @Nullable DecodedFrame frame) {
        if (frame == null) {
            return new Seen(null, Input.MISSING);
        }
        Picture given = then.picture(frame);
        boolean same = LookEntry.hash(given).equals(entry.inputHash());
        Picture fresh = sizes.now().equals(sizes.then()) ? given : now.picture(frame);
        return new Seen(fresh, same ? Input.SAME : Input.DIFFERS);
    }

    @Override
    public void close() {
        sharp.close();
        then.close();
        if (now != then) {
            now.close();
        }
    }
}
