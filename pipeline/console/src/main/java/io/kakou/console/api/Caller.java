package io.kakou.console.api;

import io.kakou.console.accounts.Account;
import io.kakou.console.accounts.Session;
import io.kakou.console.areas.Scope;

/** Who asks, and what they may see now. */
record Caller(Session session, Scope scope) {
    Account account() {
        return session.account();
    }
}
