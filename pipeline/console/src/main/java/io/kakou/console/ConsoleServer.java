package io.kakou.console;

import io.kakou.console.accounts.Accounts;
import io.kakou.console.accounts.FirstLogin;
import io.kakou.console.accounts.LoginThrottle;
import io.kakou.console.accounts.Sessions;
import io.kakou.console.api.Api;
import io.kakou.console.api.Services;
import io.kakou.console.areas.Areas;
import io.kakou.console.areas.Scope;
import io.kakou.console.blind.BlindPlaces;
import io.kakou.console.brakes.Brakes;
import io.kakou.console.call.HostRule;
import io.kakou.console.cameras.CameraStates;
import io.kakou.console.cameras.Cameras;
import io.kakou.console.clips.ClipReader;
import io.kakou.console.clips.S3Clips;
import io.kakou.console.clips.S3Photos;
import io.kakou.console.clips.S3SearchPictures;
import io.kakou.console.door.AnalysisDoor;
import io.kakou.console.door.DoorSettings;
import io.kakou.console.feed.Feed;
import io.kakou.console.incidents.Actions;
import io.kakou.console.incidents.Incidents;
import io.kakou.console.incidents.Openings;
import io.kakou.console.incidents.Projection;
import io.kakou.console.incidents.Units;
import io.kakou.console.lifts.LiftBoard;
import io.kakou.console.log.TopicReader;
import io.kakou.console.log.TopicSnapshot;
import io.kakou.console.models.ModelUses;
import io.kakou.console.outbox.LogPublisher;
import io.kakou.console.outbox.Mirror;
import io.kakou.console.outbox.Outbox;
import io.kakou.console.outbox.Relay;
import io.kakou.console.registry.Held;
import io.kakou.console.registry.Kind;
import io.kakou.console.registry.Lifts;
import io.kakou.console.registry.Registry;
import io.kakou.console.rounds.Rounds;
import io.kakou.console.schema.Database;
import io.kakou.console.search.Finder;
import io.kakou.console.search.Findings;
import io.kakou.console.search.PersonSightings;
import io.kakou.console.search.Purge;
import io.kakou.console.search.Searches;
import io.kakou.console.seat.Aside;
import io.kakou.console.seat.Budgets;
import io.kakou.console.seat.Notices;
import io.kakou.console.seat.Seats;
import io.kakou.console.seat.Situations;
import io.kakou.console.storage.Storage;
import io.kakou.console.task.Dispatches;
import io.kakou.console.task.Reports;
import io.kakou.console.task.Tasks;
import io.kakou.console.trial.Trial;
import io.kakou.console.trucks.TruckPapers;
import io.kakou.console.trucks.TruckPositions;
import io.kakou.console.trucks.TruckVerdicts;
import io.kakou.console.trucks.Trucks;
import io.kakou.console.views.Views;
import io.kakou.console.webhook.Courier;
import io.kakou.console.webhook.Deliveries;
import io.kakou.console.webhook.LinkMessages;
import io.kakou.console.webhook.Transitions;
import io.kakou.console.webhook.Webhook;
import io.kakou.events.AlarmBudget;
import io.kakou.events.Area;
import io.kakou.events.Brake;
import io.kakou.events.Lift;
import io.kakou.events.LiftRelease;
import io.kakou.events.ModelUse;
import io.kakou.events.Mute;
import io.kakou.events.Shelf;
import io.kakou.events.Topic;
import io.kakou.events.TravelTime;
import io.kakou.events.secret.SecretBox;
import io.kakou.events.truck.TruckPermit;
import io.kakou.events.truck.WorkSite;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console, assembled. */
public final class ConsoleServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleServer.class);
    private static final int EVENT_LOOPS = 2;
    private static final int LONGEST_SECONDS = 30;

    private final ConsoleSettings settings;
    private final SecretBox secrets;
    private final Supplier<DoorSettings> door;
    private final InstantSource clock;
    /** What runs, newest first: closed in this order. */
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    private int port;
    private Optional<FirstLogin> firstLogin = Optional.empty();

    /**
     * A console that does not run.
     *
     * @param secrets seals what cameras' logins are
     * @param door where the analysis process answers now; asked for at each request
     */
    public ConsoleServer(
            ConsoleSettings settings, SecretBox secrets, Supplier<DoorSettings> door, InstantSource clock) {
        this.settings = settings;
        this.secrets = secrets;
        this.door = door;
        this.clock = clock;
    }

    /**
     * Starts it; returns when it listens. The log and the object store may be away: they are asked again.
     *
     * @param seed taken over where the database has no areas, no units, no cameras
     * @throws IllegalStateException where the database or the port cannot be used
     */
    public synchronized void start(Seed seed) {
        if (!running.isEmpty()) {
            return;
        }
        try {
            Database database = closing(new Database(settings.database()));
            database.start();
            Outbox outbox = new Outbox();
            Areas areas = new Areas(database, outbox);
            areas.start();
            Units units = new Units(database);
            Cameras cameras = new Cameras(database, outbox, areas, clock);
            Registry registry = new Registry(database, outbox);
            sow(seed, areas, units, cameras);
            sow(seed, registry);
            Accounts accounts = new Accounts(database, clock);
            Trial trial = settings.trial();
            if (trial != null) {
                accounts.put(trial.login());
            }
            firstLogin = accounts.firstLogin(secrets);
            closing(new Relay(database, outbox, new LogPublisher(settings.log())))
                    .start();
            Brakes brakes = new Brakes(database, outbox, clock);
            brakes.start();
            ModelUses models = new ModelUses(database, outbox, clock);
            models.start();
            Seats seats = new Seats(
                    new Notices(database, clock),
                    new Situations(database),
                    new Aside(database, outbox, clock),
                    new Budgets(database, outbox));
            Lifts lifts = new Lifts(database, outbox);
            Searches searches = new Searches(database, outbox, clock);
            List<Mirror.Truth> truths =
                    truths(areas, registry, lifts, seats, new Rounds.Switches(brakes, models), cameras);
            TruckPapers papers = new TruckPapers(database, outbox);
            for (String beginning : List.of(TruckPermit.KEY, WorkSite.KEY)) {
                truths.add(
                        new Mirror.Truth(Topic.REGISTRY, "registry", beginning, sql -> papers.onLog(sql, beginning)));
            }
            truths.add(new Mirror.Truth(Topic.SEARCHES, "search", "", searches::onLog));
            truths.add(new Mirror.Truth(Topic.REGISTRY, "travel_time", TravelTime.KEY, searches::travelTimesOnLog));
            closing(mirror(database, outbox, truths)).start();
            Feed feed = new Feed();
            Deliveries deliveries =
                    new Deliveries(database, secrets, clock, settings.outside().patience());
            List<Webhook> webhooks = settings.outside().webhooks();
            Transitions transitions = new Transitions(webhooks, deliveries, areas);
            webhooks.forEach(
                    each -> closing(new Courier(each, deliveries, clock)).start());
            read(Topic.INCIDENTS, new Projection(database, feed::changed, transitions::tell));
            read(Topic.NOTICES, seats.notices().projection(feed::changed));
            read(Topic.SITUATIONS, seats.situations().projection(feed::changed));
            Trucks trucks =
                    new Trucks(papers, new TruckVerdicts(database, clock), new TruckPositions(database, outbox, clock));
            read(Topic.TRUCK_VERDICTS, trucks.verdicts().projection(Topic.TRUCK_VERDICTS, feed::changed));
            read(Topic.TRUCK_CASES, trucks.verdicts().projection(Topic.TRUCK_CASES, feed::changed));
            CameraStates states = new CameraStates(clock);
            read(Topic.HEALTH, states);
            LiftBoard board = new LiftBoard();
            read(Topic.LIFTS, board.states());
            read(Topic.LIFT_TALLIES, board.tallies());
            Views views = new Views(database, clock);
            BlindPlaces blind = new BlindPlaces(database, settings.blindMinutes() * 60, clock);
            closing(new Rounds(
                            new Rounds.Street(areas, cameras, states),
                            new Rounds.Switches(brakes, models),
                            blind,
                            views,
                            clock))
                    .start();
            Vertx vertx = vertx();
            ClipReader clips = closing(new S3Clips(settings.clips()));
            Actions actions = new Actions(database, outbox);
            listen(
                    vertx,
                    new Services(
                            new Services.People(
                                    accounts, new Sessions(database, clock), new LoginThrottle(clock), views),
                            new Services.Street(
                                    areas,
                                    registry,
                                    cameras,
                                    states,
                                    secrets,
                                    new Storage(settings.storage(), database, clock)),
                            new Services.Room(
                                    new Incidents(database),
                                    actions,
                                    new Openings(database, outbox),
                                    units,
                                    seats,
                                    feed),
                            new Services.Watch(brakes, blind, models),
                            new Services.Held(lifts, board),
                            new Services.Media(clips, new AnalysisDoor(vertx, door, states::door)),
                            outside(database, actions, areas, deliveries),
                            search(searches, new Finder.Street(cameras, registry), views, feed, database),
                            trucks,
                            trial,
                            clock));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The first administrator's way in, to be shown once on the screen; empty once somebody has come in. */
    public synchronized Optional<FirstLogin> firstLogin() {
        return firstLogin;
    }

    /** Where it listens. */
    public synchronized String url() {
        return settings.place().url(port);
    }

    @Override
    public synchronized void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                LOG.warn("not closed cleanly: {}", e.getMessage(), e);
            }
        }
    }

    private static void sow(Seed seed, Areas areas, Units units, Cameras cameras) {
        Scope everything = new Scope(true, Set.of());
        if (areas.map().all().isEmpty()) {
            areas.replace(seed.areas(), cameras::place);
        }
        if (units.list(everything).isEmpty()) {
            units.put(seed.units());
        }
        if (cameras.list(everything).isEmpty()) {
            seed.cameras().forEach(camera -> cameras.add(camera, everything));
        }
    }

    private static void sow(Seed seed, Registry registry) {
        if (registry.held().equals(Held.NOTHING)) {
            registry.replace(EnumSet.allOf(Kind.class), seed.held());
        }
    }

    private Mirror mirror(Database database, Outbox outbox, List<Mirror.Truth> truths) {
        return new Mirror(database, outbox, new TopicSnapshot(settings.log()), truths);
    }

    private static List<Mirror.Truth> truths(
            Areas areas, Registry registry, Lifts lifts, Seats seats, Rounds.Switches switches, Cameras cameras) {
        List<Mirror.Truth> truths = new ArrayList<>();
        truths.add(new Mirror.Truth(Topic.REGISTRY, "area", Area.KEY, areas::onLog));
        for (Kind kind : Kind.values()) {
            truths.add(
                    new Mirror.Truth(Topic.REGISTRY, "registry", kind.beginning(), sql -> registry.onLog(sql, kind)));
        }
        for (String beginning : List.of(Lift.KEY, LiftRelease.KEY)) {
            truths.add(new Mirror.Truth(Topic.REGISTRY, "registry", beginning, sql -> lifts.onLog(sql, beginning)));
        }
        truths.add(new Mirror.Truth(Topic.REGISTRY, "shelf", Shelf.KEY, seats.aside()::shelvesOnLog));
        truths.add(new Mirror.Truth(Topic.REGISTRY, "mute", Mute.KEY, seats.aside()::mutesOnLog));
        truths.add(new Mirror.Truth(Topic.REGISTRY, "alarm_budget", AlarmBudget.KEY, seats.budgets()::onLog));
        truths.add(new Mirror.Truth(Topic.REGISTRY, "brake", Brake.KEY, switches.brakes()::onLog));
        truths.add(new Mirror.Truth(Topic.REGISTRY, "model_use", ModelUse.KEY, switches.models()::onLog));
        truths.add(new Mirror.Truth(Topic.CAMERAS, "camera", "", cameras::onLog));
        return truths;
    }

    private Services.Outside outside(Database database, Actions actions, Areas areas, Deliveries deliveries) {
        ConsoleSettings.Outside outside = settings.outside();
        Tasks tasks = new Tasks(database, clock, outside.taskHours());
        return new Services.Outside(
                new Services.Links(outside.address(), outside.call()),
                new Dispatches(actions, tasks),
                tasks,
                new Reports(database, actions, clock),
                closing(new S3Photos(settings.clips())),
                new LinkMessages(outside.webhooks(), deliveries, areas),
                deliveries,
                new LoginThrottle(clock));
    }

    private Services.Search search(Searches searches, Finder.Street street, Views views, Feed feed, Database database) {
        PersonSightings sightings = new PersonSightings(database, clock);
        Findings findings = new Findings(database, feed::changed);
        read(Topic.SIGHTINGS, sightings);
        read(Topic.FINDINGS, findings);
        S3SearchPictures pictures = closing(new S3SearchPictures(settings.clips()));
        closing(new Purge(searches, sightings, pictures, views)).start();
        return new Services.Search(
                searches, new Finder(searches, sightings, street, clock), sightings, findings, pictures);
    }

    private void read(Topic topic, TopicReader.Sink sink) {
        closing(new TopicReader(settings.log(), topic, sink)).start();
    }

    private Vertx vertx() {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(EVENT_LOOPS)
                .setFileSystemOptions(new FileSystemOptions().setClassPathResolvingEnabled(false)));
        running.push(() -> await(vertx.close(), "the console does not stop"));
        return vertx;
    }

    private void listen(Vertx vertx, Services services) {
        ConsoleSettings.Place place = settings.place();
        HttpServerOptions options = new HttpServerOptions()
                .setHost(place.host())
                .setPort(place.port())
                .setCompressionSupported(false);
        ConsoleSettings.Tls tls = place.tls();
        if (tls != null) {
            options.setSsl(true)
                    .setKeyCertOptions(new PemKeyCertOptions()
                            .setCertPath(tls.certificate().toString())
                            .setKeyPath(tls.key().toString()));
        }
        HostRule hosts = new HostRule(place.host(), settings.names());
        Api api = new Api(vertx, services, place.transport(), hosts);
        HttpServer server = await(
                vertx.createHttpServer(options)
                        .requestHandler(api.router(ConsoleServer.class.getClassLoader()))
                        .listen(),
                "the page cannot be served at console.host " + place.host() + ", console.port " + place.port());
        port = server.actualPort();
    }

    private static <T> T await(Future<T> future, String otherwise) {
        try {
            return future.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException(otherwise + ": nothing within " + LONGEST_SECONDS + " s", e);
        } catch (Exception e) {
            // Whatever the future failed with, checked or not: a taken port is a BindException.
            throw new IllegalStateException(otherwise + ": " + e.getMessage(), e);
        }
    }

    private <T extends AutoCloseable> T closing(T part) {
        running.push(part);
        return part;
    }
}
