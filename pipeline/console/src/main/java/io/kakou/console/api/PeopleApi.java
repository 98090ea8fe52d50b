package io.kakou.console.api;

import io.kakou.console.accounts.Account;
import io.kakou.console.accounts.Role;
import io.kakou.console.areas.Areas;
import io.kakou.console.call.Call;
import io.kakou.console.call.Caller;
import io.kakou.console.call.Guard;
import io.kakou.console.call.Reply;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.registry.Registry;
import io.kakou.console.views.Chain;
import io.kakou.console.views.View;
import io.kakou.events.Area;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sessions, accounts, and the record of who looked. */
final class PeopleApi {
    private static final int MOST_ROWS = 1_000;

    private final Services.People people;
    private final Areas areas;
    private final Registry registry;

    PeopleApi(Services.People people, Services.Street street) {
        this.people = people;
        this.areas = street.areas();
        this.registry = street.registry();
    }

    /** The account and its new session's token. */
    record SignedIn(Account account, String token) {}

    SignedIn login(Call call) {
        JsonObject body = call.body();
        String user = Call.text(body, "user");
        String password = Call.text(body, "password");
        String address = call.request().remoteAddress().hostAddress();
        long wait = people.throttle().secondsToWait(user, address);
        if (wait > 0) {
            throw Refusal.tooMany(wait);
        }
        Account account = people.accounts().signIn(user, password).orElseThrow(() -> {
            people.throttle().failed(user, address);
            return Refusal.notSignedIn("user or password is another one");
        });
        people.throttle().succeeded(user);
        return new SignedIn(account, people.sessions().open(account));
    }

    Reply logout(Call call) {
        call.token().ifPresent(people.sessions()::end);
        return Reply.ok();
    }

    Reply password(Call call, Caller caller) {
        JsonObject body = call.body();
        people.accounts().changePassword(caller.account().name(), Call.text(body, "old"), Call.text(body, "new"));
        return Reply.ok();
    }

    static JsonObject me(Account account) {
        return new JsonObject()
                .put("user", account.name())
                .put("name", account.name())
                .put("fullName", account.fullName())
                .put("role", account.role().name())
                .put("areas", new JsonArray(account.areas()))
                .put("rooms", new JsonArray(account.rooms()))
                .put("mustChangePassword", account.mustChangePassword());
    }

    /** Those that the caller may change; who reaches beyond the caller's areas is not there. */
    Reply users(Caller caller) {
        return Reply.json(people.accounts().list().stream()
                .filter(account -> reaches(caller, account))
                .map(PeopleApi::user)
                .toList());
    }

    Reply addUser(Call call, Caller caller) {
        JsonObject body = call.body();
        Account account = account(Call.text(body, "name"), body, null);
        within(caller, account);
        people.accounts().add(account, Call.text(body, "password"));
        return Reply.json(201, user(account));
    }

    Reply changeUser(Call call, Caller caller) {
        JsonObject body = call.body();
        String name = call.id("user");
        Account before = people.accounts().find(name).orElseThrow(() -> Refusal.notFound("user " + name));
        if (!reaches(caller, before)) {
            throw Refusal.notFound("user " + name);
        }
        Account account = account(name, body, before);
        within(caller, account);
        people.accounts().change(account);
        String password = Call.optionalText(body, "password");
        if (password != null) {
            people.accounts().reset(name, password);
        }
        return Reply.json(user(people.accounts().find(name).orElse(account)));
    }

    /** An administrator of some areas hands out no others, and nobody hands out what is not there. */
    private void within(Caller caller, Account account) {
        if (!reaches(caller, account)) {
            throw Refusal.forbidden("the areas and rooms of " + account.name() + " are not all yours");
        }
        Set<String> known = areas.map().all().stream().map(Area::id).collect(Collectors.toSet());
        account.areas().stream()
                .filter(area -> !area.equals(Account.EVERY_AREA) && !known.contains(area))
                .findFirst()
                .ifPresent(area -> {
                    throw Refusal.badField("areas", "there is no area " + area + "; allowed: one of /api/areas");
                });
        Set<String> rooms = rooms();
        account.rooms().stream()
                .filter(room -> !rooms.contains(room))
                .findFirst()
                .ifPresent(room -> {
                    throw Refusal.badField(
                            "rooms",
                            "there is no room " + room + "; allowed, of areas, duty and second owners: "
                                    + String.join(", ", rooms));
                });
    }

    /** Whoever has neither an area nor a room is for those alone who see everything. */
    private boolean reaches(Caller caller, Account account) {
        Set<String> rooms = areas.map().rooms(caller.scope());
        boolean nowhere = account.areas().isEmpty() && account.rooms().isEmpty();
        boolean inside =
                !nowhere && caller.scope().areas().containsAll(account.areas()) && rooms.containsAll(account.rooms());
        return caller.scope().everything() || inside;
    }

    /** The rooms that a seat may be given: those of areas, those on duty, and second owners'. */
    Reply rooms(Caller caller) {
        Set<String> seen = caller.scope().everything() ? rooms() : areas.map().rooms(caller.scope());
        return Reply.json(seen.stream()
                .sorted()
                .map(room ->
                        new JsonObject().put("id", room).put("name", areas.map().roomName(room)))
                .toList());
    }

    private Set<String> rooms() {
        Set<String> rooms = new TreeSet<>(areas.map().rooms(Guard.EVERYTHING));
        registry.held().duties().forEach(duty -> rooms.add(duty.room()));
        registry.held().secondOwners().forEach(second -> rooms.add(second.room()));
        return rooms;
    }

    private static Account account(String name, JsonObject body, @Nullable Account before) {
        Role role = before != null && !body.containsKey("role")
                ? before.role()
                : Call.constant(Role.class, "role", Call.optionalText(body, "role"));
        List<String> areas = before != null && !body.containsKey("areas") ? before.areas() : ids(body, "areas");
        List<String> rooms = rooms(body, before);
        Boolean enabled = Call.optionalFlag(body, "enabled");
        boolean wasEnabled = before == null || before.enabled();
        try {
            return new Account(
                    name, fullName(body, before), role, areas, rooms, true, enabled == null ? wasEnabled : enabled);
        } catch (IllegalArgumentException e) {
            throw Refusal.badField("name", String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String fullName(JsonObject body, @Nullable Account before) {
        if (before != null && !body.containsKey("fullName")) {
            return before.fullName();
        }
        String given = Call.optionalText(body, "fullName");
        return given == null || given.isBlank() ? null : given.strip();
    }

    private static List<String> rooms(JsonObject body, @Nullable Account before) {
        if (body.containsKey("rooms")) {
            return ids(body, "rooms");
        }
        return before == null ? List.of() : before.rooms();
    }

    private static List<String> ids(JsonObject body, String field) {
        Object given = body.getValue(field);
        if (given instanceof JsonArray list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        String all = field.equals("areas") ? ", [\"*\"] for all" : "";
        throw Refusal.badField(field, field + " is no list of ids; allowed: a list" + all + ", [] for none");
    }

    private static JsonObject user(Account account) {
        return me(account).put("enabled", account.enabled());
    }

    /** The rows of the caller's areas; the chain is one, so it is checked as a whole. */
    Reply audit(Call call, Caller caller) {
        String check = call.query("check");
        if (check != null && !check.equals("full")) {
            throw Refusal.badField("check", "check is another word; allowed: full");
        }
        List<View> views = people.views().newest(call.number("limit", 200, MOST_ROWS), caller.scope());
        Chain chain = check == null ? people.views().chain() : people.views().wholeChain();
        return Reply.json(Reply.records(views))
                .with("X-Kakou-Chain", chain.brokenAt() == null ? "intact" : "broken at " + chain.brokenAt())
                .with("X-Kakou-Chain-Rows", String.valueOf(chain.rows()))
                .with("X-Kakou-Chain-Full", chain.fullAt().toString());
    }
}
