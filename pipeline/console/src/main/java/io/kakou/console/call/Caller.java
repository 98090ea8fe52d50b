package io.kakou.console.call;

import io.kakou.console.accounts.Account;
import io.kakou.console.accounts.Session;
import io.kakou.console.areas.Scope;

/** Who asks, and what they may see now. */
public record Caller(Session session, Scope scope) {
    public Account account() {
        return session.account();
    }
}
