package io.kakou.console.api;

import io.kakou.console.accounts.Session;
import io.kakou.console.areas.Scope;
import io.kakou.console.refusal.Refusal;
import io.vertx.core.http.HttpMethod;
import java.util.Set;

/** Lets a call through, or refuses it. Whatever is not allowed is refused. */
final class Guard {
    /** A page of another origin cannot send it without being asked first (Fetch, CORS-preflight). */
    private static final String CSRF_HEADER = "X-Kakou";

    /** For what the console does by itself. */
    static final Scope EVERYTHING = new Scope(true, Set.of());

    private final Services services;

    Guard(Services services) {
        this.services = services;
    }

    /** For routes that are open to everyone. */
    void checkOrigin(Call call) {
        boolean changes = !call.request().method().equals(HttpMethod.GET);
        if (changes && !"1".equals(call.request().getHeader(CSRF_HEADER))) {
            throw Refusal.forbidden("the header " + CSRF_HEADER + ": 1 is missing");
        }
    }

    Caller let(Endpoint endpoint, Call call) {
        checkOrigin(call);
        Caller caller = signedIn(call);
        if (endpoint.door() == Endpoint.Door.ROLES) {
            if (caller.account().mustChangePassword()) {
                throw Refusal.passwordFirst();
            }
            if (!endpoint.allows(caller.account().role())) {
                throw Refusal.forbidden("the role " + caller.account().role() + " may not do this");
            }
        }
        return caller;
    }

    Caller signedIn(Call call) {
        Session session = call.token()
                .flatMap(services.people().sessions()::find)
                .orElseThrow(() -> Refusal.notSignedIn("not signed in"));
        return new Caller(
                session, services.street().areas().scope(session.account().areas()));
    }
}
