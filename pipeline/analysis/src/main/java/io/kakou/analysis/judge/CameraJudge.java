package io.kakou.analysis.judge;

import io.kakou.analysis.face.FaceSaid;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.look.Planner.Need;
import io.kakou.analysis.person.PersonWatch;
import io.kakou.analysis.plate.PlateWatch;
import io.kakou.analysis.plate.VehicleReader;
import io.kakou.analysis.rule.EbikeInLift;
import io.kakou.analysis.rule.LostChild;
import io.kakou.analysis.rule.MuckTruck;
import io.kakou.analysis.rule.Scene;
import io.kakou.analysis.rule.dumping.Dumping;
import io.kakou.analysis.rule.water.Waterlogging;
import io.kakou.analysis.track.Tracker;
import io.kakou.analysis.track.Tracks;
import io.kakou.analysis.walk.Faces;
import io.kakou.events.Alert;
import io.kakou.events.Camera;
import io.kakou.events.CameraKind;
import io.kakou.events.EventKind;
import io.kakou.events.PersonSighting;
import io.kakou.models.Detector;
import io.kakou.models.Picture;
import io.kakou.models.Seen;
import io.kakou.models.Size;
import io.kakou.models.WaterMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges one camera, look by look. Holds nothing that changes: all memory goes in and comes out. */
public final class CameraJudge {
    private static final Seen NOTHING = new Seen(List.of(), null);

    private final Camera camera;
    private final Detector detector;
    private final Tracker tracker;
    private final EbikeInLift ebikeInLift;
    private final MuckTruck muckTruck;
    private final LostChild lostChild;
    private final Dumping dumping;
    private final Waterlogging waterlogging;
    private final VehicleReader reader;
    private final PlateWatch plates;
    private final Faces faces;
    private final PersonWatch people;

    /** A judge that reads nothing at the camera's own size. */
    public CameraJudge(Camera camera, Detector detector, JudgeSettings settings) {
        this(camera, detector, Readers.NONE, settings);
    }

    public CameraJudge(Camera camera, Detector detector, Readers readers, JudgeSettings settings) {
        this.camera = camera;
        this.detector = detector;
        this.tracker = new Tracker(settings.tracker());
        this.ebikeInLift = new EbikeInLift(settings.ebikeInLift());
        this.muckTruck = new MuckTruck(settings.muckTruck());
        this.lostChild = new LostChild(settings.lostChild());
        this.dumping = new Dumping(camera, settings.dumping());
        this.waterlogging = new Waterlogging(settings.waterlogging());
        this.reader = readers.plates();
        this.plates = new PlateWatch(reader, settings.plates());
        this.faces = new Faces(readers.faces(), settings.lostChild().faces());
        this.people = new PersonWatch(camera.id(), settings.lostChild());
    }

    /** What looks for it. */
    public Detector detector() {
        return detector;
    }

    /** Whether plates are read. */
    public boolean readsPlates() {
        return reader != VehicleReader.NONE;
    }

    /**
     * Whether the next look should have a sharp picture.
     *
     * @param memory before that look
     * @param frame size of the camera's frames
     */
    public boolean wantsSharp(Memory memory, Size frame) {
        boolean near = watches(EventKind.LOST_CHILD)
                && faces.wouldAsk(memory.lostChild().walks(), frame.height());
        return near || readsPlates();
    }

    /**
     * The judgement of a look.
     *
     * @param look after the look that {@code memory} came from
     */
    public Judgement judge(Memory memory, Look look) {
        return switch (look.depth()) {
            case UNKNOWN, PASSED -> new Judgement(memory, List.of(), List.of(), List.of(), need(memory, look));
            case GATED -> rules(memory.with(tracker.hold(memory.tracks(), look.seconds())), look, NOTHING);
            case DETECTED -> detect(memory, look);
        };
    }

    private Judgement detect(Memory memory, Look look) {
        Seen seen = detector.see(Objects.requireNonNull(look.picture()));
        Tracks tracks = tracker.step(memory.tracks(), look.seconds(), seen.detections());
        return rules(memory.with(tracks), look, seen);
    }

    private Judgement rules(Memory memory, Look look, Seen seen) {
        Scene scene = new Scene(
                camera, look.frame(), look.seconds(), look.at(), memory.tracks().present());
        List<Alert> alerts = new ArrayList<>();
        PlateWatch.Answer read = plates(memory, look);
        Memory next = memory.with(read.memory());
        next = judges(EventKind.EBIKE_IN_LIFT, look) ? ebike(next, scene, alerts) : next;
        next = judges(EventKind.MUCK_TRUCK, look) ? truck(next, scene, alerts) : next;
        next = judges(EventKind.LOST_CHILD, look) ? child(next, scene, look.sharp(), alerts) : next;
        next = judges(EventKind.DUMPING, look) ? dumping(next, scene, look.picture(), alerts) : next;
        next = judges(EventKind.WATERLOGGING, look) ? water(next, scene, seen.water(), alerts) : next;
        PersonWatch.Answer passing = people(next, look);
        next = next.with(passing.memory());
        return new Judgement(next, alerts, seen.detections(), read.sightings(), passing.told(), need(next, look));
    }

    /** In a lift nobody is told of: who rides there lives there. */
    private PersonWatch.Answer people(Memory memory, Look look) {
        if (camera.kind() == CameraKind.LIFT) {
            return new PersonWatch.Answer(memory.people(), List.of());
        }
        boolean followed = judges(EventKind.LOST_CHILD, look);
        return people.step(
                memory.people(),
                look,
                memory.tracks().present(),
                followed ? memory.lostChild().walks() : null);
    }

    /** Who would be told of if nobody were seen any more up to this moment of the camera's timeline. */
    public List<PersonSighting> left(Memory memory, double seconds) {
        return people.left(memory.people(), seconds);
    }

    private PlateWatch.Answer plates(Memory memory, Look look) {
        return readsPlates()
                ? plates.step(memory.plates(), memory.tracks(), look)
                : new PlateWatch.Answer(memory.plates(), List.of());
    }

    private Memory ebike(Memory memory, Scene scene, List<Alert> alerts) {
        EbikeInLift.Answer answer = ebikeInLift.judge(memory.ebikeInLift(), scene);
        add(alerts, answer.alert());
        return memory.with(answer.memory());
    }

    private Memory truck(Memory memory, Scene scene, List<Alert> alerts) {
        MuckTruck.Answer answer = muckTruck.judge(memory.muckTruck(), scene, platesOf(memory));
        alerts.addAll(answer.alerts());
        return memory.with(answer.memory());
    }

    private static MuckTruck.Plates platesOf(Memory memory) {
        return track -> memory.plates()
                .told(track)
                .map(reading -> new MuckTruck.Plates.Plate(reading.text(), reading.confidence()));
    }

    private Memory child(Memory memory, Scene scene, @Nullable Picture sharp, List<Alert> alerts) {
        Map<Long, FaceSaid> said = faces.ask(memory.lostChild().walks(), scene.present(), sharp);
        LostChild.Answer answer = lostChild.judge(memory.lostChild(), scene, said);
        alerts.addAll(answer.alerts());
        return memory.with(answer.memory());
    }

    private Memory dumping(Memory memory, Scene scene, @Nullable Picture picture, List<Alert> alerts) {
        Dumping.Answer answer = dumping.judge(memory.dumping(), scene, picture);
        alerts.addAll(answer.alerts());
        return memory.with(answer.memory());
    }

    private Memory water(Memory memory, Scene scene, @Nullable WaterMap seen, List<Alert> alerts) {
        if (seen == null) {
            return memory;
        }
        Waterlogging.Answer answer = waterlogging.judge(memory.waterlogging(), scene, seen);
        add(alerts, answer.alert());
        return memory.with(answer.memory());
    }

    private boolean watches(EventKind kind) {
        return camera.watched().contains(kind);
    }

    /** A rule that a person has switched off sees nothing of the look, and remembers what it did. */
    private boolean judges(EventKind kind, Look look) {
        return watches(kind) && !look.braked().contains(kind);
    }

    private static void add(List<Alert> alerts, @Nullable Alert alert) {
        if (alert != null) {
            alerts.add(alert);
        }
    }

    private Need need(Memory memory, Look look) {
        boolean child = judges(EventKind.LOST_CHILD, look) && lostChild.undecided(memory.lostChild());
        boolean water = judges(EventKind.WATERLOGGING, look) && waterlogging.suspects(memory.waterlogging());
        boolean gate = judges(EventKind.MUCK_TRUCK, look) && muckTruck.undecided(memory.muckTruck(), look.seconds());
        if (child || water || gate) {
            return Need.SOONER;
        }
        boolean lift = judges(EventKind.EBIKE_IN_LIFT, look) && ebikeInLift.undecided(memory.ebikeInLift());
        boolean road = judges(EventKind.WATERLOGGING, look) && waterlogging.undecided(memory.waterlogging());
        if (lift || road) {
            return Need.DETECTION;
        }
        boolean left = judges(EventKind.EBIKE_IN_LIFT, look) && ebikeInLift.mayHaveLeft(memory.ebikeInLift());
        return left ? Need.AT_LEISURE : Need.NONE;
    }
}
