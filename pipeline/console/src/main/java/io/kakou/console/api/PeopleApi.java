package io.kakou.console.api;

import io.kakou.console.accounts.Account;
import io.kakou.console.accounts.Role;
import io.kakou.console.refusal.Refusal;
import io.kakou.console.views.View;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Sessions, accounts, and the record of who looked. */
final class PeopleApi {
    private static final int MOST_ROWS = 1_000;

    private final Services.People people;

    PeopleApi(Services.People people) {
        this.people = people;
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
                .put("role", account.role().name())
                .put("areas", new JsonArray(account.areas()))
                .put("mustChangePassword", account.mustChangePassword());
    }

    Reply users() {
        return Reply.json(people.accounts().list().stream().map(PeopleApi::user).toList());
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
        within(caller, before);
        Account account = account(name, body, before);
        within(caller, account);
        people.accounts().change(account);
        String password = Call.optionalText(body, "password");
        if (password != null) {
            people.accounts().reset(name, password);
        }
        return Reply.json(user(people.accounts().find(name).orElse(account)));
    }

    /** An administrator of some areas hands out no others. */
    private static void within(Caller caller, Account account) {
        if (!caller.scope().everything() && !caller.scope().areas().containsAll(account.areas())) {
            throw Refusal.forbidden("the areas of " + account.name() + " are not all yours");
        }
    }

    private static Account account(String name, JsonObject body, @Nullable Account before) {
        Role role = before != null && !body.containsKey("role")
                ? before.role()
                : Call.constant(Role.class, "role", Call.optionalText(body, "role"));
        List<String> areas = before != null && !body.containsKey("areas") ? before.areas() : areas(body);
        Boolean enabled = Call.optionalFlag(body, "enabled");
        boolean wasEnabled = before == null || before.enabled();
        try {
            return new Account(name, role, areas, true, enabled == null ? wasEnabled : enabled);
        } catch (IllegalArgumentException e) {
            throw Refusal.badField("name", String.valueOf(e.getMessage()));
        }
    }

    private static List<String> areas(JsonObject body) {
        Object areas = body.getValue("areas");
        if (areas instanceof JsonArray list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw Refusal.badField("areas", "areas is no list of ids; allowed: a list, [\"*\"] for all, [] for none");
    }

    private static JsonObject user(Account account) {
        return me(account).put("enabled", account.enabled());
    }

    Reply audit(Call call) {
        List<View> views = people.views().newest(call.number("limit", 200, MOST_ROWS));
        OptionalLong broken = people.views().firstBroken();
        return Reply.json(Reply.records(views))
                .with("X-Kakou-Chain", broken.isEmpty() ? "intact" : "broken at " + broken.getAsLong());
    }
}
