package io.kakou.analysis.journal;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.journal.JournalReplay.Eyes;
import io.kakou.analysis.journal.JournalReplay.Judges;
import io.kakou.analysis.journal.JournalReplay.Span;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.DatedLook;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.record.StoredFootage;
import io.kakou.analysis.replay.LookAgain;
import io.kakou.analysis.replay.LookAgain.Input;
import io.kakou.analysis.replay.Rejudging;
import io.kakou.analysis.store.StoreException;
import io.kakou.events.Alert;
import io.kakou.models.Size;
import org.jspecify.annotations.Nullable;

/** A replay of a span under way: line by line. One thread owns it. */
final class Going implements AutoCloseable {
    private final Tally tally;
    private final KeptFrames frames;
    private @Nullable Rejudging asThen;
    private @Nullable Rejudging other;
    /** What a look left that was judged before another began to judge. */
    private Memory memory = Memory.EMPTY;
    /** Whether looks since the last snapshot could not be judged again; then what they left says nothing. */
    private boolean holes = true;

    Going(StoredFootage footage, Span span) {
        this.tally = new Tally(span.from(), span.to());
        this.frames = new KeptFrames(footage, span.camera());
    }

    /** From here on others judge; what was remembered goes on. */
    void begin(Begun then, Judges judges) {
        closeJudges();
        Eyes first = judges.asThen();
        Eyes second = judges.other();
        asThen = first == null ? null : rejudging(then, first);
        other = second == null ? null : rejudging(then, second);
        Eyes shown = second == null ? first : second;
        tally.judgedWith(
                then.circumstances().detector(),
                shown == null ? "" : shown.detector().identity());
    }

    private Rejudging rejudging(Begun then, Eyes eyes) {
        Size size =
                new Size(then.circumstances().inputWidth(), then.circumstances().inputHeight());
        CameraJudge judge = new CameraJudge(then.camera(), eyes.detector(), eyes.readers(), eyes.settings());
        return new Rejudging(judge, new Rejudging.Sizes(size, eyes.detector().inputSize()), memory);
    }

    void step(JournalLine line) throws StoreException {
        DatedLook look = line.look();
        Memory left = line.left();
        Memory anew = line.anew();
        Alert alert = line.alert();
        if (look != null) {
            look(look);
        } else if (left != null) {
            left(left);
        } else if (anew != null) {
            anew(anew);
        } else if (alert != null) {
            tally.alert(alert);
        } else if (line.lost() > 0) {
            holes = true;
            tally.lost();
        }
    }

    private void look(DatedLook look) throws StoreException {
        DecodedFrame frame = look.entry().depth() == Depth.DETECTED ? frames.at(look.at()) : null;
        Rejudging first = asThen;
        Rejudging second = other;
        LookAgain again = first == null ? null : first.judge(look, frame, null);
        LookAgain beside = second == null ? null : second.judge(look, frame, again == null ? null : again.now());
        LookAgain shown = again == null ? beside : again;
        if (shown == null) {
            return;
        }
        holes |= shown.input() == Input.MISSING;
        tally.look(beside == null ? shown : beside);
        if (again != null && beside != null) {
            tally.beside(beside);
        }
    }

    /** Who judges otherwise goes on with a memory of its own. */
    private void left(Memory kept) {
        Rejudging first = asThen;
        if (first != null && !holes) {
            tally.memory(kept.equals(first.memory()));
        }
        if (first != null) {
            first.remember(kept);
        }
        Rejudging second = other;
        if (second != null && holes) {
            second.remember(kept);
        }
        memory = kept;
        holes = false;
    }

    private void anew(Memory kept) {
        memory = kept;
        holes = false;
        if (asThen != null) {
            asThen.remember(kept);
        }
        if (other != null) {
            other.remember(kept);
        }
    }

    SpanReplayed said() {
        return tally.said();
    }

    private void closeJudges() {
        if (asThen != null) {
            memory = asThen.memory();
            asThen.close();
            asThen = null;
        }
        if (other != null) {
            other.close();
            other = null;
        }
    }

    @Override
    public void close() {
        closeJudges();
        frames.close();
    }
}
