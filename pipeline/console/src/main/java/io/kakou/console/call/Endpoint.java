package io.kakou.console.call;

import static io.kakou.console.accounts.Role.ADMINISTRATOR;
import static io.kakou.console.accounts.Role.AUDITOR;
import static io.kakou.console.accounts.Role.ENGINEER;
import static io.kakou.console.accounts.Role.OPERATOR;

import io.kakou.console.accounts.Role;
import io.vertx.core.http.HttpMethod;
import java.util.Set;

/** Every route, and who may take it: the one table. A route that is not here does not exist. */
@SuppressWarnings("ImmutableEnumChecker") // Set.of and HttpMethod do not change; only their types do not say so.
public enum Endpoint {
    LOGIN("POST", "/api/login", Door.OPEN),
    LOGOUT("POST", "/api/logout", Door.SIGNED_IN),
    ME("GET", "/api/me", Door.SIGNED_IN),
    PASSWORD("POST", "/api/password", Door.SIGNED_IN),

    INCIDENTS("GET", "/api/incidents", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    OPEN_INCIDENT("POST", "/api/incidents", OPERATOR, ADMINISTRATOR),
    INCIDENT("GET", "/api/incidents/:incident", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    ACT("POST", "/api/incidents/:incident/actions", OPERATOR, ADMINISTRATOR),
    SITUATIONS("GET", "/api/situations", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    SHELVE("POST", "/api/incidents/:incident/shelve", OPERATOR, ADMINISTRATOR),
    MUTES("GET", "/api/mutes", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    ADD_MUTE("POST", "/api/mutes", OPERATOR, ADMINISTRATOR),
    END_MUTE("POST", "/api/mutes/:mute/end", OPERATOR, ADMINISTRATOR),
    BUDGETS("GET", "/api/budgets", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    CHANGE_BUDGET("PUT", "/api/budgets/:room", ADMINISTRATOR),
    EVENTS("GET", "/api/events", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    CLIP("GET", "/api/clips/:alert/:file", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    PICTURE("GET", "/api/pictures/:file", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),

    CAMERAS("GET", "/api/cameras", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    ADD_CAMERA("POST", "/api/cameras", ENGINEER, ADMINISTRATOR),
    PROBE("POST", "/api/cameras/probe", ENGINEER, ADMINISTRATOR),
    IMPORT_CAMERAS("POST", "/api/cameras/import", Body.FILE, ENGINEER, ADMINISTRATOR),
    CAMERA_TEMPLATE("GET", "/api/cameras/template.csv", ENGINEER, ADMINISTRATOR),
    CHANGE_CAMERA("PUT", "/api/cameras/:camera", ENGINEER, ADMINISTRATOR),
    REMOVE_CAMERA("DELETE", "/api/cameras/:camera", ENGINEER, ADMINISTRATOR),
    FORGET("POST", "/api/cameras/:camera/forget", ENGINEER, ADMINISTRATOR),
    CAMERA_PICTURE("GET", "/api/cameras/:camera/picture.jpg", OPERATOR, ENGINEER, ADMINISTRATOR),
    LIVE("GET", "/api/cameras/:camera/live.mp4", OPERATOR, ENGINEER, ADMINISTRATOR),
    NEAR("GET", "/api/cameras/:camera/near", OPERATOR, ENGINEER, ADMINISTRATOR),

    FOOTAGE("GET", "/api/cameras/:camera/footage", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    FOOTAGE_FILE("GET", "/api/cameras/:camera/footage/:segment", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    FETCH_FOOTAGE("POST", "/api/cameras/:camera/footage", OPERATOR, AUDITOR, ADMINISTRATOR),
    FOOTAGE_STATUS("GET", "/api/footage", ENGINEER, AUDITOR, ADMINISTRATOR),
    HOLDS("GET", "/api/footage/holds", OPERATOR, AUDITOR, ADMINISTRATOR),
    HOLD("POST", "/api/footage/holds", AUDITOR, ADMINISTRATOR),
    RELEASE_HOLD("POST", "/api/footage/holds/:hold/release", AUDITOR, ADMINISTRATOR),

    UNITS("GET", "/api/units", OPERATOR, AUDITOR, ADMINISTRATOR),
    ADD_UNIT("POST", "/api/units", ADMINISTRATOR),
    CHANGE_UNIT("PUT", "/api/units/:unit", ADMINISTRATOR),
    REMOVE_UNIT("DELETE", "/api/units/:unit", ADMINISTRATOR),
    VERDICTS("GET", "/api/verdicts", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    AREAS("GET", "/api/areas", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    REPLACE_AREAS("PUT", "/api/areas", Body.FILE, ADMINISTRATOR),
    REGISTRY("GET", "/api/registry", ADMINISTRATOR),
    REPLACE_ROADS("PUT", "/api/roads", Body.FILE, ADMINISTRATOR),
    ROOMS("GET", "/api/rooms", ADMINISTRATOR),
    REPLACE_ROOMS("PUT", "/api/rooms", Body.FILE, ADMINISTRATOR),
    TRUCK_CASES("GET", "/api/trucks", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    TRUCK_SITES("GET", "/api/trucks/sites", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    TRUCK_SITE_INSPECTED("POST", "/api/trucks/sites/:site/inspected", OPERATOR, ADMINISTRATOR),
    TAKE_PERMITS("PUT", "/api/trucks/permits", Body.FILE, ADMINISTRATOR),
    TAKE_SITES("PUT", "/api/trucks/sites", Body.FILE, ADMINISTRATOR),
    TAKE_POSITIONS("POST", "/api/trucks/positions", Body.FILE, ENGINEER, ADMINISTRATOR),

    WATCH("GET", "/api/watch", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    WATCH_TABLE("GET", "/api/watch/table", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    WATCH_PLACES("GET", "/api/watch/places", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    BLIND("GET", "/api/watch/blind", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    ACKNOWLEDGE_BLIND("POST", "/api/watch/blind/:notice/acknowledge", OPERATOR, ADMINISTRATOR),
    BRAKES("GET", "/api/brakes", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    BRAKE("POST", "/api/brakes", ENGINEER, ADMINISTRATOR),
    RELEASE_BRAKE("POST", "/api/brakes/release", ENGINEER, ADMINISTRATOR),
    MODELS("GET", "/api/models", ENGINEER, ADMINISTRATOR),
    USE_MODEL("POST", "/api/models/use", ENGINEER, ADMINISTRATOR),
    MODEL_BACK("POST", "/api/models/back", ENGINEER, ADMINISTRATOR),
    LIFTS("GET", "/api/lifts", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    REPLACE_LIFTS("PUT", "/api/lifts", Body.FILE, ADMINISTRATOR),
    PROVE_LIFT("POST", "/api/lifts/:lift/proof", ADMINISTRATOR),
    RELEASE_LIFT("POST", "/api/lifts/:lift/release", OPERATOR, ADMINISTRATOR),
    STORAGE("GET", "/api/storage", ENGINEER, ADMINISTRATOR),

    TRIAL("GET", "/api/trial", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    TRY_FILM("POST", "/api/trial/film", Body.STREAM, ENGINEER, ADMINISTRATOR),

    OPEN_LINK("POST", "/api/t/:token/open", Door.LINK),
    LINK("GET", "/api/t/:token", Door.LINK),
    LINK_PICTURE("GET", "/api/t/:token/picture.jpg", Door.LINK),
    REPORT("POST", "/api/t/:token/reports", Door.LINK),
    SEND_PHOTO("POST", "/api/t/:token/photos", Body.PHOTO),

    TASKS("GET", "/api/incidents/:incident/tasks", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    NEW_LINK("POST", "/api/incidents/:incident/tasks/:task/link", OPERATOR, ADMINISTRATOR),
    UNIT_PHOTO("GET", "/api/incidents/:incident/photos/:photo", OPERATOR, ENGINEER, AUDITOR, ADMINISTRATOR),
    DEAD_LETTERS("GET", "/api/deliveries", ADMINISTRATOR),
    SEND_AGAIN("POST", "/api/deliveries/:delivery/again", ADMINISTRATOR),

    SEARCHES("GET", "/api/searches", OPERATOR, ADMINISTRATOR),
    OPEN_SEARCH("POST", "/api/searches", OPERATOR, ADMINISTRATOR),
    SEARCH("GET", "/api/searches/:search", OPERATOR, ADMINISTRATOR),
    SEARCH_DRAFT("GET", "/api/searches/:search/draft", OPERATOR, ADMINISTRATOR),
    ACCEPT_SIGHTING("POST", "/api/searches/:search/accept", OPERATOR, ADMINISTRATOR),
    REJECT_SIGHTING("POST", "/api/searches/:search/reject", OPERATOR, ADMINISTRATOR),
    END_SEARCH("POST", "/api/searches/:search/end", OPERATOR, ADMINISTRATOR),
    SIGHTING_PICTURE("GET", "/api/searches/:search/pictures/:file", OPERATOR, ADMINISTRATOR),

    AUDIT("GET", "/api/audit", AUDITOR),
    USERS("GET", "/api/users", ADMINISTRATOR),
    ADD_USER("POST", "/api/users", ADMINISTRATOR),
    CHANGE_USER("PUT", "/api/users/:user", ADMINISTRATOR);

    /** How a route is guarded. */
    public enum Door {
        /** For everyone. */
        OPEN,
        /** For whoever is signed in, even with a password that must be changed first. */
        SIGNED_IN,
        /** For a phone with a unit's link that is bound to it. */
        LINK,
        /** For the roles named, with a password of their own. */
        ROLES
    }

    /** How a route takes what is sent. */
    public enum Body {
        /** A few fields. */
        SMALL(256 * 1024),
        /** A file; nothing of it is read before it is known who sends it. */
        FILE(8 * 1024 * 1024),
        /** A photo, likewise; what is too large by little is refused with a reason. */
        PHOTO(6 * 1024 * 1024),
        /** As it comes, by the handler itself. */
        STREAM(0);

        private final long mostBytes;

        Body(long mostBytes) {
            this.mostBytes = mostBytes;
        }

        /** Where it is kept whole for the handler. */
        public long mostBytes() {
            return mostBytes;
        }
    }

    private final HttpMethod method;
    private final String path;
    private final Door door;
    private final Body body;
    private final Set<Role> roles;

    Endpoint(String method, String path, Door door) {
        this.method = HttpMethod.valueOf(method);
        this.path = path;
        this.door = door;
        this.body = Body.SMALL;
        this.roles = Set.of(Role.values());
    }

    /** By a link, with more than a few fields. */
    Endpoint(String method, String path, Body body) {
        this.method = HttpMethod.valueOf(method);
        this.path = path;
        this.door = Door.LINK;
        this.body = body;
        this.roles = Set.of();
    }

    Endpoint(String method, String path, Role... roles) {
        this(method, path, Body.SMALL, roles);
    }

    Endpoint(String method, String path, Body body, Role... roles) {
        this.method = HttpMethod.valueOf(method);
        this.path = path;
        this.door = Door.ROLES;
        this.body = body;
        this.roles = Set.of(roles);
    }

    public HttpMethod method() {
        return method;
    }

    /** With {@code :names} where something is to be filled in. */
    public String path() {
        return path;
    }

    public Door door() {
        return door;
    }

    public Body body() {
        return body;
    }

    public boolean allows(Role role) {
        return roles.contains(role);
    }
}
