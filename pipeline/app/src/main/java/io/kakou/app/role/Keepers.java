package io.kakou.app.role;

import io.kakou.analysis.evidence.CameraEvidence;
import io.kakou.analysis.evidence.EvidenceDesk;
import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.journal.LookJournal;
import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.record.FootageDesk;
import io.kakou.analysis.sample.SampleDesk;
import io.kakou.app.detector.Detectors;
import io.kakou.events.Camera;
import java.util.List;

/** What keeps something of a street's looks: evidence of alerts, footage, the log of all looks, a sample for learning. */
record Keepers(EvidenceDesk evidence, FootageDesk footage, LookJournal looks, SampleDesk samples) {
    KeptEvidence of(Camera camera, Detectors detectors) {
        FaceReader faces = detectors.liveFaces(camera);
        JudgeSettings judge = JudgeSettings.DEFAULT;
        CameraEvidence own = evidence.camera(camera, judge, faces);
        return new KeptEvidence(
                own,
                footage.recorder(camera),
                List.of(
                        looks.camera(own.camera(), faces::identity, own::circumstances),
                        samples.camera(own.camera(), judge, own::from)));
    }
}
