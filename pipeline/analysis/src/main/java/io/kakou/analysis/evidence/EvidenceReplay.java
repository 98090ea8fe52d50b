package io.kakou.analysis.evidence;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.judge.Readers;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.watch.SharpPicture;
import io.kakou.events.Alert;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges an alert again from its evidence bundle alone. */
public final class EvidenceReplay {
    private final Detector detector;
    private final Readers readers;

    /**
     * An alert judged again.
     *
     * @param stored the alert as it was raised
     * @param again what the same looks come to now; null where they raise nothing
     * @param equal whether the two are the same in every field
     * @param notes what was not as it was then, a sentence each: other weights, another processor, pictures that differ
     */
    public record Replayed(Alert stored, @Nullable Alert again, boolean equal, List<String> notes) {
        public Replayed {
            notes = List.copyOf(notes);
        }
    }

    /** A replay that reads neither plates nor faces. */
    public EvidenceReplay(Detector detector) {
        this(detector, Readers.NONE);
    }

    /**
     * A replay.
     *
     * @param detector should be of the identity that the bundle names; not closed with this
     * @param readers likewise: what they read may stand in an alert
     */
    public EvidenceReplay(Detector detector, Readers readers) {
        this.detector = detector;
        this.readers = readers;
    }

    /**
     * Judges again.
     *
     * @param zip {@code evidence/<alert>.zip}
     * @throws UnreadableBundle where it is none, or not whole
     */
    public Replayed replay(byte[] zip) throws UnreadableBundle {
        Bundle bundle = Bundle.read(zip);
        List<String> notes = new ArrayList<>(differences(bundle.circumstances()));
        Alert again = judge(bundle, notes);
        return new Replayed(bundle.alert(), again, bundle.alert().equals(again), notes);
    }

    private List<String> differences(Circumstances then) {
        List<String> notes = new ArrayList<>();
        note(notes, "detector", then.detector(), detector.identity());
        note(
                notes,
                "what looked at faces",
                Objects.requireNonNullElse(then.faces(), "none"),
                readers.faces().identity());
        note(notes, "build", then.build(), Machine.build());
        note(notes, "processor", then.cpu(), Machine.cpu());
        return notes;
    }

    private static void note(List<String> notes, String what, String then, String now) {
        if (!then.equals(now)) {
            notes.add(what + " was " + then + ", is " + now);
        }
    }

    private @Nullable Alert judge(Bundle bundle, List<String> notes) {
        Circumstances then = bundle.circumstances();
        CameraJudge judge = new CameraJudge(bundle.camera(), detector, readers, then.settings());
        Memory memory = bundle.memory();
        Alert found = null;
        try (Eyes eyes = new Eyes(judge, bundle, notes)) {
            for (CitedLook cited : bundle.looks()) {
                Judgement judgement = judge.judge(memory, eyes.look(cited, memory));
                memory = judgement.next();
                found = same(bundle.alert(), judgement, found);
            }
        }
        return found;
    }

    /** Of all that is raised on the way the alert asked for, or else the last. */
    private static @Nullable Alert same(Alert stored, Judgement judgement, @Nullable Alert before) {
        Alert found = before;
        for (Alert each : judgement.alerts()) {
            if (each.phase() == stored.phase() && (found == null || each.id().equals(stored.id()))) {
                found = each;
            }
        }
        return found;
    }

    /** Makes the looks again out of the bundle's footage. */
    private static final class Eyes implements AutoCloseable {
        private final CameraJudge judge;
        private final List<String> notes;
        private final Footage footage;
        private final Scaler scaler;
        private final SharpPicture sharp = new SharpPicture();

        Eyes(CameraJudge judge, Bundle bundle, List<String> notes) {
            Circumstances then = bundle.circumstances();
            this.judge = judge;
            this.notes = notes;
            this.footage = new Footage(bundle.footage());
            this.scaler = new Scaler(new Size(then.inputWidth(), then.inputHeight()));
        }

        /** The look as it was, to a judge with this memory. */
        Look look(CitedLook cited, Memory memory) {
            var entry = cited.entry();
            if (entry.depth() != Depth.DETECTED) {
                return new Look(entry.frame(), entry.seconds(), cited.at(), entry.depth(), null);
            }
            DecodedFrame frame = footage.at(entry.seconds());
            if (frame == null) {
                notes.add("look " + entry.frame() + ": the footage does not hold its picture");
                return new Look(entry.frame(), entry.seconds(), cited.at(), Depth.UNKNOWN, null);
            }
            Picture whole = judge.wantsSharp(memory, frame.size()) ? sharp.of(frame) : null;
            Look look =
                    new Look(entry.frame(), entry.seconds(), cited.at(), entry.depth(), scaler.picture(frame), whole);
            String hash = look.entry().inputHash();
            if (!hash.equals(entry.inputHash())) {
                notes.add("look " + entry.frame() + " was given " + entry.inputHash() + ", the footage gives " + hash);
            }
            return look;
        }

        @Override
        public void close() {
            sharp.close();
            scaler.close();
            footage.close();
        }
    }
}
