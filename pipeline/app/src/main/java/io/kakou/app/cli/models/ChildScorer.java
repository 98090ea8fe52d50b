package io.kakou.app.cli.models;

import io.kakou.analysis.judge.JudgeSettings;
import io.kakou.analysis.stature.StatureMemory;
import io.kakou.analysis.stature.StatureSettings;
import io.kakou.analysis.stature.Statures;
import io.kakou.analysis.track.Track;
import io.kakou.analysis.track.Tracker;
import io.kakou.analysis.track.Tracks;
import io.kakou.analysis.walk.Stills;
import io.kakou.analysis.walk.Stills.Sized;
import io.kakou.app.detector.Detectors;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.LabelledBox;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Children in single pictures: the one who is smallest against the adults of the same camera's reference pictures. Whether
 * somebody is with the child a picture alone does not tell, so a child is all it fires for.
 */
final class ChildScorer implements EventScorer {
    private final Detector detector;
    private final Tracker tracker;
    private final StatureSettings settings;
    private final Stills stills;
    private final Map<String, StatureMemory> learned = new HashMap<>();
    /** Nobody in one picture is known to be somebody in another. */
    private long nextId = 1;

    ChildScorer(Detectors detectors, JudgeSettings settings) {
        this.detector = detectors.of(CameraKind.STREET);
        this.tracker = new Tracker(settings.tracker());
        this.settings = settings.lostChild().stature();
        this.stills = new Stills(new Statures(this.settings));
    }

    @Override
    public EventKind event() {
        return EventKind.LOST_CHILD;
    }

    @Override
    public void remember(String camera, Picture reference) {
        learned.put(camera, stills.learn(memory(camera), present(reference)));
    }

    @Override
    public StillAnswer judge(String camera, Picture picture) {
        List<Sized> sizes = stills.sizes(memory(camera), present(picture));
        double score = sizes.stream().mapToDouble(this::score).max().orElse(0);
        return new StillAnswer(score, sizes.stream().map(this::box).toList());
    }

    private StatureMemory memory(String camera) {
        return learned.getOrDefault(camera, StatureMemory.EMPTY);
    }

    private List<Track> present(Picture picture) {
        Tracks before = new Tracks(0, nextId, List.of());
        Tracks tracks = tracker.step(before, 1, detector.detect(picture));
        nextId = tracks.nextId();
        return tracks.present();
    }

    /** How much smaller than two adults on top of each other; the largest child comes to ½. */
    private double score(Sized sized) {
        double smaller = Math.max(0, 1 - sized.ratio() / 2);
        return StillAnswer.bent(smaller, 1 - settings.childMost() / 2);
    }

    private LabelledBox box(Sized sized) {
        var box = sized.person().box();
        String label = sized.ratio() <= settings.childMost() ? "child" : "person";
        return new LabelledBox(label, sized.person().score(), box.left(), box.top(), box.right(), box.bottom());
    }
}
