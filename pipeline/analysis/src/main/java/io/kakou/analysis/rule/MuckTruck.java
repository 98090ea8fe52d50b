package io.kakou.analysis.rule;

import io.kakou.analysis.rule.MuckTruckMemory.Pass;
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
import java.util.Optional;

/**
 * A muck truck at a gate, 渣土车: the looks at one vehicle vote, each by how large it saw it. One alert a pass, also where the tracker lost it for a
 * moment, one release when the vehicle has left.
 * Whether it may be there is not asked here: permits, gates and times are joined behind the log.
 */
public final class MuckTruck {
    public static final String NAME = "muck-truck/2";
    /** The zone it looks into; where a camera has none, the whole picture. */
    public static final String GATE = "gate";

    /** The model's word for one. */
    private static final String LABEL = "muck-truck";
    /** So much of a vehicle's height, from below, is where its plate is said to be. */
    private static final double PLATE_SHARE = 0.3;
    /** Missed by a detector for so long, and a vehicle is gone. */
    private static final double IN_SIGHT_SECONDS = 1.5;
    /** Two boxes of which the smaller lies in the other by so much may be one truck: what comes closer grows fast. */
    private static final double ONE_COVER = 0.5;
    /** Of shares that are added up from boxes. */
    private static final double ROUNDING = 1e-9;

    private final MuckTruckSettings settings;

    public MuckTruck(MuckTruckSettings settings) {
        this.settings = settings;
    }

    /** The rule's answer to one look: what to remember, and the alerts raised and released. */
    public record Answer(MuckTruckMemory memory, List<Alert> alerts) {
        public Answer {
            alerts = List.copyOf(alerts);
        }
    }

    /** What is written on a vehicle, for people to see beside it. */
    @FunctionalInterface
    public interface Plates {
        Plates NONE = track -> Optional.empty();

        /** The plate of a track with its confidence; empty where it is not known. */
        Optional<Plate> of(long track);

        /**
         * A plate.
         *
         * @param confidence 0 to 1
         */
        record Plate(String text, double confidence) {}
    }

    public Answer judge(MuckTruckMemory memory, Scene scene, Plates plates) {
        List<Pass> passes = new ArrayList<>(memory.passes());
        List<Alert> alerts = new ArrayList<>();
        for (Track track : scene.present()) {
            if (track.subject() == Subject.VEHICLE && isInside(track, scene)) {
                Pass before = take(passes, track, scene);
                Pass after = seen(before, track, scene);
                passes.add(isEnough(after) ? told(after, passes, scene, shown(track, plates), alerts) : after);
            }
        }
        leave(passes, scene, alerts);
        int first = Math.max(0, passes.size() - settings.passesKept());
        return new Answer(new MuckTruckMemory(passes.subList(first, passes.size())), alerts);
    }

    /**
     * Whether the next look should detect even where nothing has changed, and soon: a vehicle has not been looked at often
     * enough to be told, or has votes, and not enough. Half in the picture a truck may be taken for another vehicle. One that
     * has been out of sight for a while has passed.
     */
    public boolean undecided(MuckTruckMemory memory, double seconds) {
        return memory.passes().stream()
                .filter(pass -> seconds - pass.lastSeenSeconds() <= IN_SIGHT_SECONDS)
                .anyMatch(this::isUndecided);
    }

    private boolean isUndecided(Pass pass) {
        int looks = pass.votes().isEmpty() ? settings.looksNeeded() : 2 * settings.looksNeeded();
        return pass.alert() == null && pass.looks() < looks;
    }

    private boolean isInside(Track track, Scene scene) {
        Zone zone = scene.camera().zones().stream()
                .filter(one -> one.name().equals(GATE))
                .findFirst()
                .orElseGet(() -> Zone.whole(GATE));
        return Inside.share(track.box(), zone) >= settings.insideShare();
    }

    private static Pass take(List<Pass> passes, Track track, Scene scene) {
        for (Pass pass : passes) {
            if (pass.track() == track.id() || isBroken(pass, track, scene)) {
                passes.remove(pass);
                return pass;
            }
        }
        return Pass.begin(track.id());
    }

    /** Whether a track is new where another with votes was lost: so fast a truck grows that the tracker takes it for two. */
    private static boolean isBroken(Pass pass, Track track, Scene scene) {
        return track.hits() == 1
                && !pass.votes().isEmpty()
                && mayBe(pass, track.box(), scene.seconds())
                && scene.present().stream().noneMatch(present -> present.id() == pass.track());
    }

    private static Pass seen(Pass before, Track track, Scene scene) {
        if (track.id() == before.track() && track.hits() == before.hits()) {
            return before.at(track.box(), scene.seconds());
        }
        List<String> votes = new ArrayList<>(before.votes());
        Instant onset = before.onset();
        double area = track.box().area();
        double voted = before.voted();
        if (track.label().equals(LABEL) && before.alert() == null) {
            votes.add(scene.frame());
            voted += area;
            onset = onset == null ? scene.at() : onset;
        }
        return new Pass(
                track.id(),
                track.hits(),
                before.looks() + 1,
                before.seen() + area,
                voted,
                votes,
                onset,
                scene.seconds(),
                track.box(),
                before.alert());
    }

    /** A look counts by how large it saw the vehicle: far off, and half behind others, a truck is a car. */
    private boolean isEnough(Pass pass) {
        return pass.alert() == null
                && pass.votes().size() >= settings.looksNeeded()
                && pass.voted() >= (settings.share() - ROUNDING) * pass.seen();
    }

    /** The vehicle, and its plate where that is known by now: on the lower part, where plates hang. */
    private static List<LabelledBox> shown(Track track, Plates plates) {
        var box = track.box();
        List<LabelledBox> shown = new ArrayList<>();
        shown.add(new LabelledBox(LABEL, track.score(), box.left(), box.top(), box.right(), box.bottom()));
        double top = box.bottom() - PLATE_SHARE * box.height();
        plates.of(track.id())
                .map(plate ->
                        new LabelledBox(plate.text(), plate.confidence(), box.left(), top, box.right(), box.bottom()))
                .ifPresent(shown::add);
        return shown;
    }

    /** Raises an alert, or joins that of the pass that is this very truck, where two tracks follow it. */
    private static Pass told(Pass pass, List<Pass> others, Scene scene, List<LabelledBox> shown, List<Alert> alerts) {
        Box box = Objects.requireNonNull(pass.box());
        for (Pass other : others) {
            if (other.alert() != null && mayBe(other, box, scene.seconds())) {
                return pass.raised(other.alert());
            }
        }
        Pass raised =
                pass.raised(Id.hash(scene.camera().id(), NAME, pass.votes().get(0) + "/" + pass.track()));
        alerts.add(alert(raised, AlertPhase.RAISED, scene, shown));
        return raised;
    }

    /** Whether what is seen there now may be the vehicle of a pass. */
    private static boolean mayBe(Pass pass, Box box, double seconds) {
        return pass.box() != null
                && seconds - pass.lastSeenSeconds() <= IN_SIGHT_SECONDS
                && pass.box().cover(box) >= ONE_COVER;
    }

    private void leave(List<Pass> passes, Scene scene, List<Alert> alerts) {
        for (Pass pass : List.copyOf(passes)) {
            if (scene.seconds() - pass.lastSeenSeconds() >= settings.goneSeconds()) {
                passes.remove(pass);
                if (pass.alert() != null
                        && passes.stream().noneMatch(other -> pass.alert().equals(other.alert()))) {
                    alerts.add(alert(pass, AlertPhase.RELEASED, scene, List.of()));
                }
            }
        }
    }

    private static Alert alert(Pass pass, AlertPhase phase, Scene scene, List<LabelledBox> boxes) {
        return new Alert(
                Objects.requireNonNull(pass.alert()),
                phase,
                EventKind.MUCK_TRUCK,
                LABEL,
                NAME,
                scene.camera().id(),
                scene.camera().place(),
                null,
                scene.at(),
                Objects.requireNonNull(pass.onset()),
                boxes.isEmpty() ? 0 : boxes.get(0).score(),
                boxes,
                phase == AlertPhase.RAISED ? pass.votes() : List.of(scene.frame()),
                "",
                0);
    }
}
