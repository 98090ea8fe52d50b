package io.kakou.console.api;

import io.kakou.console.accounts.Account;
import io.kakou.console.areas.AreaMap;
import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Endpoint;
import io.kakou.console.call.Guard;
import io.kakou.console.call.Reply;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The routes that answer at once, each by the room that knows: may block, so it is called on a worker's thread. */
final class Replies {
    private final Services services;
    private final Guard guard;
    private final Api.Transport transport;
    private final PeopleApi people;
    private final MediaApi media;
    private final IncidentApi incidents;
    private final ReportApi reports;
    private final SeatApi seats;
    private final CameraApi cameras;
    private final ImportApi intake;
    private final PlaceApi places;
    private final RegistryApi registry;
    private final WatchApi watch;
    private final BrakeApi brakes;
    private final LiftApi lifts;
    private final TruckApi trucks;

    Replies(Services services, Guard guard, Api.Transport transport) {
        this.services = services;
        this.guard = guard;
        this.transport = transport;
        this.people = new PeopleApi(services.people(), services.street());
        this.media = new MediaApi(services);
        this.incidents = new IncidentApi(services);
        this.reports = new ReportApi(services);
        this.seats = new SeatApi(services);
        this.cameras = new CameraApi(services);
        this.intake = new ImportApi(services.street());
        this.places = new PlaceApi(services);
        this.registry = new RegistryApi(services.street());
        this.watch = new WatchApi(services);
        this.brakes = new BrakeApi(services);
        this.lifts = new LiftApi(services);
        this.trucks = new TruckApi(services);
    }

    /** What a route answers whose caller may come in. */
    Reply reply(Endpoint endpoint, Call call) {
        Caller caller = guard.let(endpoint, call);
        return switch (endpoint) {
            case LOGOUT -> people.logout(call);
            case ME -> Reply.json(me(caller.account()));
            case PASSWORD -> people.password(call, caller);
            case INCIDENTS -> incidents.list(call, caller);
            case OPEN_INCIDENT -> reports.open(call, caller);
            case INCIDENT -> incidents.one(call, caller);
            case ACT -> incidents.act(call, caller);
            case SITUATIONS -> seats.situations(caller);
            case SHELVE -> seats.shelve(call, caller);
            case MUTES -> seats.mutes(caller);
            case ADD_MUTE -> seats.addMute(call, caller);
            case END_MUTE -> seats.endMute(call, caller);
            case BUDGETS -> seats.budgets();
            case CHANGE_BUDGET -> seats.changeBudget(call, caller);
            case CLIP -> media.clip(call, caller);
            case PICTURE -> media.picture(call, caller);
            case CAMERAS -> cameras.list(caller);
            case ADD_CAMERA -> cameras.add(call, caller);
            case IMPORT_CAMERAS -> intake.run(call, caller);
            case CAMERA_TEMPLATE -> ImportApi.template();
            case CHANGE_CAMERA -> cameras.change(call, caller);
            case REMOVE_CAMERA -> cameras.remove(call, caller);
            case FORGET -> cameras.forget(call, caller);
            case NEAR -> cameras.near(call, caller);
            case UNITS -> places.units(caller);
            case ADD_UNIT -> places.addUnit(call, caller);
            case CHANGE_UNIT -> places.changeUnit(call, caller);
            case REMOVE_UNIT -> places.removeUnit(call, caller);
            case VERDICTS -> incidents.verdicts(call);
            case AREAS -> places.areas(caller);
            case REPLACE_AREAS -> places.replaceAreas(call, caller);
            case REGISTRY -> registry.show(caller);
            case REPLACE_ROADS -> registry.replaceRoads(call, caller);
            case ROOMS -> people.rooms(caller);
            case REPLACE_ROOMS -> registry.replaceRooms(call, caller);
            case TRUCK_CASES -> trucks.cases(caller);
            case TRUCK_SITES -> trucks.sites(caller);
            case TRUCK_SITE_INSPECTED -> trucks.inspected(call);
            case TAKE_PERMITS -> trucks.permits(call, caller);
            case TAKE_SITES -> trucks.replaceSites(call, caller);
            case TAKE_POSITIONS -> trucks.positions(call, caller);
            case WATCH -> cameras.watch(caller);
            case WATCH_TABLE -> watch.table(caller);
            case WATCH_PLACES -> watch.places(call, caller);
            case BLIND -> watch.notices(caller);
            case ACKNOWLEDGE_BLIND -> watch.acknowledge(call, caller);
            case BRAKES -> brakes.list(caller);
            case BRAKE -> brakes.off(call, caller);
            case RELEASE_BRAKE -> brakes.on(call, caller);
            case LIFTS -> lifts.list(caller);
            case REPLACE_LIFTS -> lifts.replace(call, caller);
            case PROVE_LIFT -> lifts.prove(call, caller);
            case RELEASE_LIFT -> lifts.release(call, caller);
            case STORAGE -> Reply.json(services.street().storage().measure());
            case AUDIT -> people.audit(call, caller);
            case USERS -> people.users(caller);
            case ADD_USER -> people.addUser(call, caller);
            case CHANGE_USER -> people.changeUser(call, caller);
            case LOGIN,
                    EVENTS,
                    LIVE,
                    CAMERA_PICTURE,
                    PROBE,
                    TRIAL,
                    TRY_FILM,
                    MODELS,
                    USE_MODEL,
                    MODEL_BACK,
                    FOOTAGE,
                    FOOTAGE_FILE,
                    FETCH_FOOTAGE,
                    FOOTAGE_STATUS,
                    HOLDS,
                    HOLD,
                    RELEASE_HOLD,
                    OPEN_LINK,
                    LINK,
                    LINK_PICTURE,
                    REPORT,
                    SEND_PHOTO,
                    TASKS,
                    NEW_LINK,
                    UNIT_PHOTO,
                    DEAD_LETTERS,
                    SEND_AGAIN,
                    SEARCHES,
                    OPEN_SEARCH,
                    SEARCH,
                    SEARCH_DRAFT,
                    ACCEPT_SIGHTING,
                    REJECT_SIGHTING,
                    END_SEARCH,
                    SIGHTING_PICTURE -> throw new IllegalStateException(endpoint + " has its own way");
        };
    }

    /** Who somebody is, for the page. */
    JsonObject me(Account account) {
        AreaMap map = services.street().areas().map();
        JsonArray seats =
                new JsonArray(account.rooms().stream().map(map::roomName).toList());
        return PeopleApi.me(account).put("seats", seats).put("insecure", transport == Api.Transport.INSECURE);
    }
}
