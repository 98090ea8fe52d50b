package io.kakou.console.call;

import io.kakou.console.accounts.Session;
import io.kakou.console.accounts.Sessions;
import io.kakou.console.areas.Areas;
import io.kakou.console.areas.Scope;
import io.kakou.console.refusal.Refusal;
import io.vertx.core.http.HttpMethod;
import java.util.Set;

/** Lets a call through, or refuses it. Whatever is not allowed is refused. */
public final class Guard {
    /** A page of another origin cannot send it without being asked first (Fetch, CORS-preflight). */
    private static final String CSRF_HEADER = "X-Kakou";

    /** For what the console does by itself. */
    public static final Scope EVERYTHING = new Scope(true, Set.of());

    private final Sessions sessions;
    private final Areas areas;

    public Guard(Sessions sessions, Areas areas) {
        this.sessions = sessions;
        this.areas = areas;
    }

    /** For routes that are open to everyone. */
    public void checkOrigin(Call call) {
        boolean changes = !call.request().method().equals(HttpMethod.GET);
        if (changes && !"1".equals(call.request().getHeader(CSRF_HEADER))) {
            throw Refusal.forbidden("the header " + CSRF_HEADER + ": 1 is missing");
        }
    }

    /**
     * Who calls, where they may.
     *
     * @throws Refusal where nobody is signed in, or who is may not do this
     */
    public Caller let(Endpoint endpoint, Call call) {
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

    private Caller signedIn(Call call) {
        Session session = call.token().flatMap(sessions::find).orElseThrow(() -> Refusal.notSignedIn("not signed in"));
        return new Caller(
                session,
                areas.scope(session.account().areas(), session.account().rooms()));
    }
}
