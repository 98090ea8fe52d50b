package io.kakou.analysis.evidence;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.decode.Scaler;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.Judgement;
import io.kakou.analysis.judge.Memory;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.look.Look;
import io.kakou.events.Alert;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges an alert again from its evidence bundle alone. */
public final class EvidenceReplay {
    private final Detector detector;

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

    /** @param detector should be of the identity that the bundle names; not closed with this */
    public EvidenceReplay(Detector detector) {
        this.detector = detector;
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
        CameraJudge judge = new CameraJudge(bundle.camera(), detector, then.settings());
        Memory memory = bundle.memory();
        Alert found = null;
        try (Footage footage = new Footage(bundle.footage());
                Scaler scaler = new Scaler(new Size(then.inputWidth(), then.inputHeight()))) {
            for (CitedLook cited : bundle.looks()) {
                Look look = look(cited, footage, scaler, notes);
                Judgement judgement = judge.judge(memory, look);
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

    private static Look look(CitedLook cited, Footage footage, Scaler scaler, List<String> notes) {
        var entry = cited.entry();
        if (entry.depth() != Depth.DETECTED) {
            return new Look(entry.frame(), entry.seconds(), cited.at(), entry.depth(), null);
        }
        DecodedFrame frame = footage.at(entry.seconds());
        if (frame == null) {
            notes.add("look " + entry.frame() + ": the footage does not hold its picture");
            return new Look(entry.frame(), entry.seconds(), cited.at(), Depth.UNKNOWN, null);
        }
        Picture picture = scaler.picture(frame);
        Look look = new Look(entry.frame(), entry.seconds(), cited.at(), entry.depth(), picture);
        String hash = look.entry().inputHash();
        if (!hash.equals(entry.inputHash())) {
            notes.add("look " + entry.frame() + " was given " + entry.inputHash() + ", the footage gives " + hash);
        }
        return look;
    }
}
