package io.kakou.analysis.evidence;

import io.kakou.analysis.decode.DecodedFrame;
import io.kakou.analysis.evidence.Replayed.Changed;
import io.kakou.analysis.evidence.Replayed.What;
import io.kakou.analysis.judge.CameraJudge;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.judge.Readers;
import io.kakou.analysis.look.DatedLook;
import io.kakou.analysis.look.Depth;
import io.kakou.analysis.replay.Footage;
import io.kakou.analysis.replay.LookAgain;
import io.kakou.analysis.replay.Rejudging;
import io.kakou.events.Alert;
import io.kakou.models.Detector;
import io.kakou.models.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges an alert again from its evidence bundle alone. */
public final class EvidenceReplay {
    private final Detector detector;
    private final Readers readers;

    /** A replay that reads neither plates nor faces. */
    public EvidenceReplay(Detector detector) {
        this(detector, Readers.NONE);
    }

    /**
     * A replay.
     *
     * @param detector that judges; of another identity than the bundle names it shows what differs. Not closed with this
     * @param readers likewise: what they read may stand in an alert
     */
    public EvidenceReplay(Detector detector, Readers readers) {
        this.detector = detector;
        this.readers = readers;
    }

    /**
     * Judges again under the settings of then.
     *
     * @param zip {@code evidence/<alert>.zip}
     * @throws UnreadableBundle where it is none, or not whole
     */
    public Replayed replay(byte[] zip) throws UnreadableBundle {
        Bundle bundle = Bundle.read(zip);
        return replay(bundle, bundle.circumstances().settings());
    }

    /** Judges again under these settings. */
    public Replayed replay(Bundle bundle, JudgeSettings settings) {
        List<LookAgain> looks = judge(bundle, settings);
        return new Replayed(
                bundle.alert(), same(bundle.alert(), looks), looks, changed(bundle.circumstances(), settings));
    }

    private List<Changed> changed(Circumstances then, JudgeSettings settings) {
        List<Changed> changed = new ArrayList<>();
        note(changed, What.DETECTOR, then.detector(), detector.identity());
        String faces = Objects.requireNonNullElse(then.faces(), "none");
        note(changed, What.FACES, faces, readers.faces().identity());
        note(changed, What.BUILD, then.build(), Machine.build());
        note(changed, What.PROCESSOR, then.cpu(), Machine.cpu());
        if (!then.settings().equals(settings)) {
            changed.add(new Changed(What.SETTINGS, "those of then", "those asked for"));
        }
        return changed;
    }

    private static void note(List<Changed> changed, What what, String then, String now) {
        if (!then.equals(now)) {
            changed.add(new Changed(what, then, now));
        }
    }

    private List<LookAgain> judge(Bundle bundle, JudgeSettings settings) {
        Circumstances then = bundle.circumstances();
        CameraJudge judge = new CameraJudge(bundle.camera(), detector, readers, settings);
        Size size = new Size(then.inputWidth(), then.inputHeight());
        List<LookAgain> again = new ArrayList<>();
        try (Footage footage = new Footage(bundle.footage());
                Rejudging rejudging =
                        new Rejudging(judge, new Rejudging.Sizes(size, detector.inputSize()), bundle.memory())) {
            for (int i = 0; i < bundle.looks().size(); i++) {
                DatedLook look = bundle.looks().get(i);
                DecodedFrame frame = look.entry().depth() == Depth.DETECTED
                        ? footage.at(look.entry().seconds())
                        : null;
                again.add(rejudging.judge(
                        look,
                        frame,
                        bundle.outcomes().isEmpty() ? null : bundle.outcomes().get(i)));
            }
        }
        return again;
    }

    /** Of all that is raised on the way the alert asked for, or else the last. */
    private static @Nullable Alert same(Alert stored, List<LookAgain> looks) {
        Alert found = null;
        for (LookAgain look : looks) {
            for (Alert each : look.now().alerts()) {
                if (each.phase() == stored.phase()
                        && (found == null || each.id().equals(stored.id()))) {
                    found = each;
                }
            }
        }
        return found;
    }
}
