package io.kakou.console.api;

import io.kakou.console.accounts.Sessions;
import io.kakou.console.call.Call;
import io.kakou.console.call.Endpoint;
import io.kakou.console.call.Guard;
import io.kakou.console.call.HostRule;
import io.kakou.console.call.Relays;
import io.kakou.console.call.Reply;
import io.kakou.console.feed.EventStream;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.storage.Storage;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lays every {@link Endpoint} to its handler. Handlers run on a few worker threads; streams on the event loop. */
public final class Api {
    private static final Logger LOG = LoggerFactory.getLogger(Api.class);
    private static final int WORKERS = 8;
    private static final int TICK_MILLIS = 1_000;
    private static final String POLICY = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:;"
            + " style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    private final Vertx vertx;
    private final Services services;
    private final Transport transport;
    private final HostRule hosts;
    private final WorkerExecutor workers;
    private final Guard guard;
    private final PeopleApi people;
    private final MediaApi media;
    private final FootageApi footage;
    private final ModelApi models;
    private final TrialApi trial;
    private final LinkApi links;
    private final TaskApi tasks;
    private final Replies replies;
    private final SearchApi searches;
    private final SightingPictures sightings;

    /** How the browser reaches the console. */
    public enum Transport {
        /** From the same machine. */
        LOOPBACK,
        /** Cookies then travel on TLS alone. */
        TLS,
        /** Over the network without TLS; the page says so. */
        INSECURE
    }

    public Api(Vertx vertx, Services services, Transport transport, HostRule hosts) {
        this.vertx = vertx;
        this.services = services;
        this.transport = transport;
        this.hosts = hosts;
        this.workers = vertx.createSharedWorkerExecutor("console", WORKERS);
        this.guard = new Guard(services.people().sessions(), services.street().areas());
        this.people = new PeopleApi(services.people(), services.street());
        this.media = new MediaApi(services);
        this.footage = new FootageApi(services, workers, guard);
        this.models = new ModelApi(services, workers, guard);
        this.trial = new TrialApi(vertx, services.trial());
        this.links = new LinkApi(services, guard, transport == Transport.TLS);
        this.tasks = new TaskApi(services);
        this.replies = new Replies(services, guard, transport);
        this.searches = new SearchApi(services);
        this.sightings = new SightingPictures(services, workers, guard);
    }

    /**
     * All routes.
     *
     * @param page its folder {@code web} holds the page
     */
    public Router router(ClassLoader page) {
        Router router = Router.router(vertx);
        router.route().handler(this::checkHost);
        router.route().handler(Api::secure);
        router.route("/api/t/*").handler(links::sayWhomToCall);
        for (Endpoint endpoint : Endpoint.values()) {
            takeBody(router, endpoint);
            route(router, endpoint).handler(context -> handle(endpoint, new Call(context)));
        }
        router.route("/api/*").handler(context -> Refusing.answer(context, Refusal.notFound("such route")));
        router.get().handler(new PageFiles(page));
        router.route().failureHandler(context -> Refusing.answer(context, context.failure()));
        vertx.setPeriodic(TICK_MILLIS, ignored -> services.room().feed().changed());
        vertx.setPeriodic(0, Math.round(Storage.SAMPLE_SECONDS * 1000), ignored -> measure());
        return router;
    }

    /** In routes of their own: Vert.x takes no body behind a handler of ours on one route. */
    private void takeBody(Router router, Endpoint endpoint) {
        BodyHandler whole =
                BodyHandler.create(false).setBodyLimit(endpoint.body().mostBytes());
        switch (endpoint.body()) {
            case SMALL -> route(router, endpoint).handler(whole);
            case FILE, PHOTO -> {
                route(router, endpoint).handler(context -> letIn(endpoint, context));
                route(router, endpoint).handler(whole);
            }
            case STREAM -> {}
        }
    }

    private static Route route(Router router, Endpoint endpoint) {
        return router.route(endpoint.method(), endpoint.path());
    }

    private void checkHost(RoutingContext context) {
        HostAndPort called = context.request().authority();
        if (hosts.allows(called == null ? null : called.host())) {
            context.next();
        } else {
            Refusing.answer(
                    context,
                    Refusal.misdirected("this is not " + (called == null ? "said" : called.host())
                            + "; allowed: its address in numbers, localhost, console.host or one of console.names"));
        }
    }

    /** How fast the disk fills is known when somebody asks, and not only then begun to be measured. */
    private void measure() {
        workers.executeBlocking(() -> services.street().storage().measure(), false)
                .onFailure(why -> LOG.warn("no sample of the store: {}", why.getMessage()));
    }

    private static void secure(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        context.next();
    }

    /** A file is not taken from a stranger. */
    private void letIn(Endpoint endpoint, RoutingContext context) {
        context.request().pause();
        Call call = new Call(context);
        workers.<Record>executeBlocking(
                        () -> endpoint.door() == Endpoint.Door.LINK ? links.let(call) : guard.let(endpoint, call),
                        false)
                // In one handler: of two, the second is called first where the guard is done between their being set,
                // and a body that flows before it is read is lost.
                .onComplete(let -> {
                    if (let.succeeded()) {
                        context.next();
                    } else {
                        context.fail(let.cause());
                    }
                    context.request().resume();
                });
    }

    private void handle(Endpoint endpoint, Call call) {
        RoutingContext context = call.context();
        Future<?> done =
                switch (endpoint) {
                    case LOGIN -> login(call);
                    case EVENTS -> events(call);
                    case LIVE ->
                        workers.executeBlocking(() -> media.live(call, guard.let(endpoint, call)), false)
                                .compose(services.media().door()::live)
                                .compose(answer -> Relays.stream(answer, context.response(), "video/mp4"));
                    case CAMERA_PICTURE ->
                        workers.executeBlocking(() -> media.cameraPicture(call, guard.let(endpoint, call)), false)
                                .compose(services.media().door()::picture)
                                .compose(answer -> Relays.stream(answer, context.response(), "image/jpeg"));
                    case PROBE ->
                        workers.executeBlocking(() -> probe(call), false)
                                .compose(body -> services.media().door().probe(body.toBuffer()))
                                .compose(answer -> Relays.answer(answer, context.response()));
                    case TRIAL ->
                        workers.executeBlocking(() -> staged(call), false)
                                .onSuccess(reply -> reply.send(context.response()));
                    case TRY_FILM -> tryFilm(call);
                    case FOOTAGE -> footage.spans(call);
                    case FOOTAGE_FILE -> footage.file(call);
                    case FETCH_FOOTAGE -> footage.fetch(call);
                    case FOOTAGE_STATUS -> footage.status(call);
                    case MODELS -> models.list(call);
                    case USE_MODEL -> models.use(call);
                    case MODEL_BACK -> models.back(call);
                    case HOLDS -> footage.holds(call);
                    case HOLD -> footage.hold(call);
                    case RELEASE_HOLD -> footage.release(call);
                    case OPEN_LINK, LINK, LINK_PICTURE, REPORT, SEND_PHOTO ->
                        workers.executeBlocking(() -> links.reply(endpoint, call), false)
                                .onSuccess(reply -> reply.send(context.response()));
                    case TASKS, NEW_LINK, UNIT_PHOTO, DEAD_LETTERS, SEND_AGAIN ->
                        workers.executeBlocking(() -> tasks.reply(endpoint, call, guard.let(endpoint, call)), false)
                                .onSuccess(reply -> reply.send(context.response()));
                    case SEARCHES, OPEN_SEARCH, SEARCH, SEARCH_DRAFT, ACCEPT_SIGHTING, REJECT_SIGHTING, END_SEARCH ->
                        workers.executeBlocking(() -> searches.reply(endpoint, call, guard.let(endpoint, call)), false)
                                .onSuccess(reply -> reply.send(context.response()));
                    case SIGHTING_PICTURE -> sightings.picture(call);
                    case LOGOUT,
                            ME,
                            PASSWORD,
                            INCIDENTS,
                            OPEN_INCIDENT,
                            INCIDENT,
                            ACT,
                            SITUATIONS,
                            SHELVE,
                            MUTES,
                            ADD_MUTE,
                            END_MUTE,
                            BUDGETS,
                            CHANGE_BUDGET,
                            CLIP,
                            PICTURE,
                            CAMERAS,
                            ADD_CAMERA,
                            IMPORT_CAMERAS,
                            CAMERA_TEMPLATE,
                            CHANGE_CAMERA,
                            REMOVE_CAMERA,
                            FORGET,
                            NEAR,
                            UNITS,
                            ADD_UNIT,
                            CHANGE_UNIT,
                            REMOVE_UNIT,
                            VERDICTS,
                            AREAS,
                            REPLACE_AREAS,
                            REGISTRY,
                            REPLACE_ROADS,
                            ROOMS,
                            REPLACE_ROOMS,
                            TRUCK_CASES,
                            TRUCK_SITES,
                            TRUCK_SITE_INSPECTED,
                            TAKE_PERMITS,
                            TAKE_SITES,
                            TAKE_POSITIONS,
                            WATCH,
                            WATCH_TABLE,
                            WATCH_PLACES,
                            BLIND,
                            ACKNOWLEDGE_BLIND,
                            BRAKES,
                            BRAKE,
                            RELEASE_BRAKE,
                            LIFTS,
                            REPLACE_LIFTS,
                            PROVE_LIFT,
                            RELEASE_LIFT,
                            STORAGE,
                            AUDIT,
                            USERS,
                            ADD_USER,
                            CHANGE_USER ->
                        workers.executeBlocking(() -> replies.reply(endpoint, call), false)
                                .onSuccess(reply -> reply.send(context.response()));
                };
        done.onFailure(why -> Refusing.answer(context, why));
    }

    private Future<?> login(Call call) {
        return workers.executeBlocking(
                        () -> {
                            guard.checkOrigin(call);
                            return people.login(call);
                        },
                        false)
                .onSuccess(in -> {
                    call.context().response().addCookie(cookie(in.token()));
                    Reply.json(replies.me(in.account())).send(call.context().response());
                });
    }

    private Cookie cookie(String token) {
        return Cookie.cookie(Call.COOKIE, token)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(transport == Transport.TLS)
                .setSameSite(CookieSameSite.STRICT)
                .setMaxAge(Sessions.LASTS_SECONDS);
    }

    private JsonObject probe(Call call) {
        guard.let(Endpoint.PROBE, call);
        JsonObject body = call.body();
        return new JsonObject()
                .put("url", Call.text(body, "url"))
                .put("user", Call.optionalText(body, "user"))
                .put("password", Call.optionalText(body, "password"));
    }

    private Reply staged(Call call) {
        guard.let(Endpoint.TRIAL, call);
        return trial.show();
    }

    private Future<?> tryFilm(Call call) {
        HttpServerRequest request = call.request().pause();
        return workers.executeBlocking(
                        () -> {
                            guard.let(Endpoint.TRY_FILM, call);
                            return trial.admit(call);
                        },
                        false)
                // What is not taken is still read, or the browser would never hear why.
                .onFailure(why -> request.resume())
                .compose(part -> trial.take(request, part))
                .onSuccess(reply -> reply.send(call.context().response()));
    }

    private Future<?> events(Call call) {
        HttpServerResponse response = call.context().response();
        return workers.executeBlocking(
                        () -> {
                            guard.let(Endpoint.EVENTS, call);
                            return cursor(call);
                        },
                        false)
                .onSuccess(cursor -> {
                    response.setChunked(true)
                            .putHeader("Content-Type", "text/event-stream")
                            .putHeader("Cache-Control", "no-store")
                            .putHeader("X-Accel-Buffering", "no");
                    response.write(
                            "retry: 1000\nid: " + cursor + "\nevent: hello\ndata: {\"cursor\":" + cursor + "}\n\n");
                    stream(call, response, cursor);
                });
    }

    private void stream(Call call, HttpServerResponse response, long cursor) {
        PageReader reader = new PageReader(services, workers, () -> guard.let(Endpoint.EVENTS, call), cursor);
        EventStream stream = new EventStream(vertx.getOrCreateContext(), response, reader);
        Runnable wake = stream::wake;
        services.room().feed().join(wake);
        response.closeHandler(ignored -> {
            services.room().feed().leave(wake);
            stream.close();
        });
        response.exceptionHandler(why -> LOG.debug("a page has gone: {}", why.getMessage()));
        stream.wake();
    }

    /** Where the page left off; without a word, from now on. */
    private long cursor(Call call) {
        String last = call.request().getHeader("Last-Event-ID");
        String after = last == null || last.isBlank() ? call.query("after") : last;
        if (after == null) {
            return services.room().incidents().cursor();
        }
        try {
            return Long.parseUnsignedLong(after.strip());
        } catch (NumberFormatException e) {
            throw Refusal.badField("after", "the cursor is no number; allowed: an id that this stream has sent");
        }
    }
}
