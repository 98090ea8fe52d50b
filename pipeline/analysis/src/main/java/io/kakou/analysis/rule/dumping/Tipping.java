package io.kakou.analysis.rule.dumping;

import io.kakou.analysis.rule.Inside;
import io.kakou.analysis.rule.Scene;
import io.kakou.analysis.rule.dumping.DumpingMemory.Standing;
import io.kakou.analysis.track.Subject;
import io.kakou.analysis.track.Track;
import io.kakou.events.Alert;
import io.kakou.events.AlertPhase;
import io.kakou.events.EventKind;
import io.kakou.events.Id;
import io.kakou.events.LabelledBox;
import io.kakou.events.Zone;
import io.kakou.models.Box;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A vehicle in a no-dump zone that tips its body: it stands, its wheels and sides stay where they are, and its top rises. What is
 * hidden at first and comes to be seen changes a side or the bottom of the box as well, and does not count.
 */
final class Tipping {
    static final String NAME = "tipping/1";
    private static final String SUBJECT = "tipping";

    private final DumpingSettings settings;
    private final Zone zone;

    Tipping(Zone zone, DumpingSettings settings) {
        this.zone = zone;
        this.settings = settings;
    }

    record Answer(List<Standing> standing, List<Alert> alerts) {}

    Answer judge(List<Standing> before, Scene scene) {
        List<Standing> left = new ArrayList<>(before);
        List<Standing> now = new ArrayList<>();
        List<Alert> alerts = new ArrayList<>();
        for (Track track : scene.present()) {
            if (track.subject() == Subject.VEHICLE && Inside.share(track.box(), zone) >= settings.actorShare()) {
                now.add(seen(take(left, track), track, scene, alerts));
            }
        }
        left.forEach(gone -> release(gone, scene, alerts));
        return new Answer(now, alerts);
    }

    /** Who stood in this place, whatever its track is called by now: one that was lost for a look has another. */
    private Standing take(List<Standing> left, Track track) {
        for (Standing standing : left) {
            if (stands(standing.low(), track.box())) {
                left.remove(standing);
                return standing;
            }
        }
        return new Standing(track.box(), List.of(), null, null);
    }

    private Standing seen(Standing standing, Track track, Scene scene, List<Alert> alerts) {
        if (isRisen(standing.low(), track.box())) {
            return risen(standing, track, scene, alerts);
        }
        release(standing, scene, alerts);
        return new Standing(lower(standing.low(), track.box()), List.of(), null, null);
    }

    private Standing risen(Standing standing, Track track, Scene scene, List<Alert> alerts) {
        List<String> looks = new ArrayList<>(standing.raised());
        if (standing.alert() != null) {
            return standing;
        }
        looks.add(scene.frame());
        Instant onset = standing.onset() == null ? scene.at() : standing.onset();
        if (looks.size() < settings.tippingLooks()) {
            return new Standing(standing.low(), looks, onset, null);
        }
        String id = Id.hash(scene.camera().id(), NAME, looks.get(0) + "/" + track.id());
        Standing told = new Standing(standing.low(), looks, onset, id);
        Box box = track.box();
        alerts.add(alert(
                told,
                AlertPhase.RAISED,
                scene,
                List.of(new LabelledBox(SUBJECT, track.score(), box.left(), box.top(), box.right(), box.bottom()))));
        return told;
    }

    /** Whether sides and bottom are where they were. */
    private boolean stands(Box low, Box now) {
        double across = settings.tippingStill() * low.width();
        return Math.abs(low.left() - now.left()) <= across
                && Math.abs(low.right() - now.right()) <= across
                && Math.abs(low.bottom() - now.bottom()) <= settings.tippingStill() * low.height();
    }

    private boolean isRisen(Box low, Box now) {
        return low.top() - now.top() >= settings.tippingRise() * low.height();
    }

    private static Box lower(Box low, Box now) {
        return now.top() > low.top() ? now : low;
    }

    private static void release(Standing standing, Scene scene, List<Alert> alerts) {
        if (standing.alert() != null) {
            alerts.add(alert(standing, AlertPhase.RELEASED, scene, List.of()));
        }
    }

    private static Alert alert(Standing standing, AlertPhase phase, Scene scene, List<LabelledBox> boxes) {
        return new Alert(
                Objects.requireNonNull(standing.alert()),
                phase,
                EventKind.DUMPING,
                SUBJECT,
                NAME,
                scene.camera().id(),
                scene.camera().place(),
                null,
                scene.at(),
                Objects.requireNonNull(standing.onset()),
                boxes.isEmpty() ? 0 : boxes.get(0).score(),
                boxes,
                phase == AlertPhase.RAISED ? standing.raised() : List.of(scene.frame()),
                "",
                0);
    }
}
