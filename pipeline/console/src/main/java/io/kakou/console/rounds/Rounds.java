package io.kakou.console.rounds;

import io.kakou.console.areas.Areas;
import io.kakou.console.areas.Scope;
import io.kakou.console.blind.BlindPlaces;
import io.kakou.console.blind.Troubled;
import io.kakou.console.brakes.Brakes;
import io.kakou.console.cameras.CameraState;
import io.kakou.console.cameras.CameraStates;
import io.kakou.console.cameras.Cameras;
import io.kakou.console.cameras.StoredCamera;
import io.kakou.console.cameras.Trouble;
import io.kakou.console.models.ModelUses;
import io.kakou.console.schema.DatabaseFailure;
import io.kakou.console.views.ViewKind;
import io.kakou.console.views.Views;
import io.kakou.events.Brake;
import io.kakou.events.ModelUse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes round every second, on a thread of its own: ends brakes, and every few seconds looks which places show nothing. */
public final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Scope EVERYTHING = new Scope(true, Set.of());
    /** The page is told what is watched as often. */
    private static final int LOOK_EVERY = 5;
    /** After so long a worker that is there has spoken: who reads the log anew has heard it. */
    private static final long HEARD_SECONDS = 30;

    private final Street street;
    private final Brakes brakes;
    private final ModelUses models;
    private final BlindPlaces blind;
    private final Views views;
    private final InstantSource clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "rounds");
    private final Instant since;
    private int round;

    /** What is looked at. */
    public record Street(Areas areas, Cameras cameras, CameraStates states) {}

    /** What people have switched, and what ends by itself. */
    public record Switches(Brakes brakes, ModelUses models) {}

    public Rounds(Street street, Switches switches, BlindPlaces blind, Views views, InstantSource clock) {
        this.street = street;
        this.brakes = switches.brakes();
        this.models = switches.models();
        this.blind = blind;
        this.views = views;
        this.clock = clock;
        this.since = clock.instant();
    }

    public void start() {
        thread.start();
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            do {
                go();
            } while (!stopped.await(1, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            LOG.debug("the rounds were told to stop");
        }
    }

    private void go() {
        try {
            brakes.endDue().forEach(this::record);
            models.endDue().forEach(this::record);
            if (round++ % LOOK_EVERY == 0) {
                blind.look(troubled());
            }
        } catch (DatabaseFailure e) {
            LOG.warn("a round is tried again: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("a round failed by a fault of our own and is tried again", e);
        }
    }

    /** Nobody did it, and it is on record all the same. */
    private void record(Brake brake) {
        LOG.info("brake {} of {} has ended by itself", brake.id(), brake.kind());
        views.record(new Views.Asked(
                "-", "-", ViewKind.RULE_ON, brake.kind() + "~" + brake.id(), null, "its time was over"));
    }

    private void record(ModelUse use) {
        LOG.info("model use {} of {} has ended by itself", use.id(), use.name());
        String object = use.name() + '@' + use.model().substring(0, 12) + '~' + use.id();
        views.record(new Views.Asked("-", "-", ViewKind.MODEL_BACK, object, null, "its time was over"));
    }

    private List<Troubled> troubled() {
        Rooms rooms = new Rooms(street.areas().map());
        return street.cameras().list(EVERYTHING).stream()
                .filter(each -> !each.camera().watched().isEmpty())
                .flatMap(each -> troubled(each, rooms))
                .toList();
    }

    private Stream<Troubled> troubled(StoredCamera camera, Rooms rooms) {
        CameraState state = street.states().of(camera.camera().id());
        if (state.online() && state.blind() == null) {
            return Stream.empty();
        }
        Instant now = clock.instant();
        boolean silent = state.trouble() == Trouble.SILENT;
        Instant begin = silent ? Objects.requireNonNullElse(state.at(), now) : now;
        boolean heard = state.trouble() != Trouble.NEVER_HEARD || now.isAfter(since.plusSeconds(HEARD_SECONDS));
        return Stream.of(new Troubled(camera.camera().id(), rooms.of(camera.area()), begin, heard));
    }
}
