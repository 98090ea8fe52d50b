package io.kakou.app.role;

import io.kakou.analysis.alertlog.AlertRelay;
import io.kakou.analysis.alertlog.AlertSpool;
import io.kakou.analysis.alertlog.SpoolSettings;
import io.kakou.analysis.clip.ClipSettings;
import io.kakou.analysis.evidence.EvidenceDesk;
import io.kakou.analysis.journal.JournalSettings;
import io.kakou.analysis.journal.LookJournal;
import io.kakou.analysis.lift.CabinLook;
import io.kakou.analysis.lift.LiftDesk;
import io.kakou.analysis.lift.LiftSettings;
import io.kakou.analysis.lift.Watcher;
import io.kakou.analysis.lift.wire.RealDoors;
import io.kakou.analysis.look.Look;
import io.kakou.analysis.past.PastLook;
import io.kakou.analysis.record.FootageDesk;
import io.kakou.analysis.sample.SampleDesk;
import io.kakou.analysis.store.HashLog;
import io.kakou.analysis.store.ObjectStore;
import io.kakou.analysis.store.Outbox;
import io.kakou.analysis.store.StoreSettings;
import io.kakou.analysis.street.Street;
import io.kakou.analysis.watch.Judged;
import io.kakou.app.cameras.CameraSet;
import io.kakou.app.cameras.CameraTopic;
import io.kakou.app.cameras.Owner;
import io.kakou.app.cameras.Watching;
import io.kakou.app.detector.Detectors;
import io.kakou.app.door.InternalDoor;
import io.kakou.app.registry.Brakes;
import io.kakou.app.registry.KnownLifts;
import io.kakou.app.registry.RegistryTopic;
import io.kakou.app.search.ActiveSearches;
import io.kakou.app.search.Likenesses;
import io.kakou.app.search.SecondLooks;
import io.kakou.app.services.Retry;
import io.kakou.app.turn.Turns;
import io.kakou.app.workers.LoneCameras;
import io.kakou.app.workers.MemoryTopic;
import io.kakou.app.workers.SharedCameras;
import io.kakou.app.workers.Takeover;
import io.kakou.events.Alert;
import io.kakou.events.Brake;
import io.kakou.events.Camera;
import io.kakou.events.Claim;
import io.kakou.events.EventKind;
import io.kakou.events.Health;
import io.kakou.events.ModelUse;
import io.kakou.events.PersonSighting;
import io.kakou.events.Sighting;
import io.kakou.events.Topic;
import io.kakou.models.onnx.UnusableModel;
import io.kakou.models.weights.WeightsUnavailable;
import io.kakou.rtsp.RtspLoops;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Cameras, models, evidence: from the topic {@code cameras} to alerts on the log. */
final class AnalysisRole extends RunningRole {
    /** On one machine there is one. */
    private static final String WORKER = "analysis-1";

    /** Where the log of looks waits for the store, in the folder of analysis. */
    static final String LOOKS = "looks";

    private final Deployment deployment;
    private final Listener listener;
    private final InstantSource clock = InstantSource.system();
    private final Shifts shifts = new Shifts(ZoneId.systemDefault(), Shifts.SCHOOL);

    AnalysisRole(Deployment deployment, Listener listener) {
        this.deployment = deployment;
        this.listener = listener;
    }

    @Override
    public void start() throws IOException, WeightsUnavailable, UnusableModel {
        Path folder = Files.createDirectories(deployment.folder("analysis"));
        Deployment.Worker worker = deployment.worker();
        MemoryTopic.Self self = worker == null
                ? new MemoryTopic.Self(WORKER, null)
                : new MemoryTopic.Self(worker.name(), deployment.doorUrl());
        SpoolSettings spooling = SpoolSettings.DEFAULT;
        AlertSpool spool = closing(new AlertSpool(folder.resolve("alerts"), spooling));
        spool.start();
        LogProducer log = closing(new LogProducer(deployment.logClients()));
        closing(new AlertRelay(spool, log, spooling)).start();
        Detectors detectors = closing(Detectors.open(deployment.detectorCard(), deployment.stock(), listener::said));
        RtspLoops loops = closing(RtspLoops.gathering(deployment.loops(), clock));
        loops.start();
        ActiveSearches searches = searches();
        Street street = closing(new Street(deployment.look(), () -> shifts.at(clock.instant(), searches.cameras())));
        street.start();
        ObjectStore store = store(folder);
        FootageDesk footage = footage(store, self.worker(), new RecorderSessions(loops, deployment.box()));
        Keepers keepers = keepers(folder, store, self.worker(), footage);
        MemoryTopic memory = closing(new MemoryTopic(deployment.logClients(), self, clock));
        Turns turns = turns(detectors);
        StreetParts parts = new StreetParts(
                loops,
                street,
                detectors,
                brakes(),
                turns,
                deployment.box(),
                memory::keeper,
                camera -> keepers.of(camera, detectors));
        Likenesses pictures = closing(new Likenesses(searches, store));
        pictures.start();
        AlertDesk desk = new AlertDesk(spool::append, log, this::kept);
        LiftDesk lifts = lifts(log);
        CameraSet cameras = closing(new CameraSet(
                parts, memory, told(new Hearers(desk, footage, lifts, pictures), log, self.door()), clock));
        cameras.start();
        closing(new SecondLooks(
                        searches,
                        new FootageParts(cameras, detectors, memory, footage, log, pictures),
                        new PastLook(footage.footage(), footage.index()),
                        clock))
                .start();
        closing(new InternalDoor(
                        new InternalDoor.Place(
                                deployment.doorHost(), deployment.ports().door()),
                        deployment.secrets().doorToken(),
                        cameras::witness,
                        new DoorAnswers(
                                cameras,
                                street,
                                loops,
                                new FootageAnswers(footage),
                                new ModelAnswers(detectors, deployment.models()))))
                .start();
        read(self, memory, new RecordedStreet(footage, cameras, listener::said));
        closing(memory::write);
        listener.ready(self.worker());
    }

    /** Every worker reads all of them: whichever camera comes to it, it knows what is switched off there. */
    private Brakes brakes() {
        Brakes brakes = new Brakes(clock, listener::said);
        closing(new RegistryTopic(deployment.logClients(), Brake.KEY, brakes)).start();
        return brakes;
    }

    /** Opened models are let go after the cameras that look with them. */
    private Turns turns(Detectors detectors) {
        Turns turns = closing(new Turns(detectors, deployment.models(), clock, listener::said));
        closing(new RegistryTopic(deployment.logClients(), ModelUse.KEY, turns)).start();
        return turns;
    }

    /** Its doors are held from here whatever else is away; what lifts there are it knows from the registry. */
    private LiftDesk lifts(LogProducer log) {
        LiftDesk.Peers peers = deployment.worker() == null ? LiftDesk.Peers.NONE : LiftDesk.Peers.SOME;
        RealDoors doors = closing(new RealDoors(clock));
        LiftDesk desk = closing(new LiftDesk(LiftSettings.DEFAULT, peers, doors, clock, log::publish));
        desk.start();
        KnownLifts known = new KnownLifts(desk::lifts, desk::releases);
        closing(new RegistryTopic(deployment.logClients(), KnownLifts.PREFIX, known))
                .start();
        return desk;
    }

    /** Who hears of what cameras show. */
    private record Hearers(AlertDesk alerts, FootageDesk footage, LiftDesk lifts, Likenesses pictures) {}

    /** Likewise of who is searched for. */
    private ActiveSearches searches() {
        ActiveSearches searches = new ActiveSearches(clock, listener::said);
        closing(new RegistryTopic(deployment.logClients(), Topic.SEARCHES, "", searches))
                .start();
        return searches;
    }

    /** On one machine there is nobody to share the cameras with. */
    private void read(MemoryTopic.Self self, MemoryTopic memory, Watching cameras) {
        if (deployment.worker() == null) {
            closing(new CameraTopic(deployment.logClients(), new LoneCameras(memory, cameras)))
                    .start();
        } else {
            Takeover takeover = new Takeover(memory, cameras);
            closing(new SharedCameras(deployment.logClients(), self, takeover, listener::broken))
                    .start();
        }
    }

    private CameraSet.Listener told(Hearers hearers, LogProducer log, @Nullable String door) {
        return new CameraSet.Listener() {
            @Override
            public void raised(Alert alert) {
                shifts.alerted(alert);
                hearers.alerts().keep(alert);
                hearers.footage().raised(alert);
            }

            @Override
            public void looked(Camera camera, Judged judged, Owner owner) {
                if (camera.watched().contains(EventKind.EBIKE_IN_LIFT)) {
                    hearers.lifts()
                            .looked(
                                    CabinLook.of(camera, judged),
                                    new Watcher(owner.worker(), Claim.fence(owner.generation()), owner::holds));
                }
            }

            @Override
            public void sighted(Sighting sighting) {
                log.publish(sighting);
            }

            @Override
            public void passed(PersonSighting sighting, Look look) {
                log.publish(sighting);
                hearers.pictures().keep(sighting, look);
            }

            @Override
            public void stands(Health health) {
                log.publish(hearers.alerts().told(health).behind(door));
            }

            @Override
            public void said(String line) {
                listener.said(line);
            }
        };
    }

    private void kept(Alert alert) {
        listener.said(
                "alert " + alert.id() + ' ' + alert.phase() + ' ' + alert.kind() + " at camera " + alert.camera());
    }

    /** Opened whenever it is there: it may be away now. */
    private ObjectStore store(Path folder) {
        StoreSettings settings = deployment.services().store().settings();
        HashLog hashes = closing(new HashLog(folder.resolve("hashes"), clock));
        ObjectStore store = closing(new ObjectStore(settings, hashes));
        closing(new Retry("store", () -> deployment.services().store().open(store), listener))
                .start();
        return store;
    }

    /** The store may be away: what alerts stand on waits for it on a part of the disk that footage never takes. */
    private Keepers keepers(Path folder, ObjectStore store, String worker, FootageDesk footage) {
        long most = RecordingPlan.forClips(deployment.recording());
        Outbox outbox = closing(new Outbox(store, folder.resolve("outbox"), most));
        outbox.start();
        EvidenceDesk desk = closing(new EvidenceDesk(outbox, ClipSettings.DEFAULT, folder.resolve("clips"), clock));
        desk.start();
        int days = deployment.recording().ceilingDays();
        var tuning = new LookJournal.Tuning(JournalSettings.DEFAULT.withDays(days), clock);
        LookJournal looks = closing(new LookJournal(worker, store, folder.resolve(LOOKS), tuning));
        looks.start();
        SampleDesk samples = closing(new SampleDesk(store, deployment.samples(), clock));
        samples.start();
        return new Keepers(desk, footage, looks, samples);
    }

    private FootageDesk footage(ObjectStore store, String name, RecorderSessions recorders) throws IOException {
        Path data = deployment.folder("");
        boolean storeIsHere = deployment.services().here().contains(Deployment.Embedded.STORE);
        RecordingPlan plan = RecordingPlan.of(deployment.recording(), storeIsHere, data);
        long run = clock.instant().getEpochSecond();
        var worker = new FootageDesk.Worker(name, run, RecordingPlan.folder(data), recorders);
        FootageDesk desk = closing(new FootageDesk(plan.footage(), store, worker, clock));
        desk.start();
        return desk;
    }
}
