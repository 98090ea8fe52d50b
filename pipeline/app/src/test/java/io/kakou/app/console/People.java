package io.kakou.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.kakou.console.accounts.Account;
import io.kakou.console.accounts.Accounts;
import io.kakou.console.accounts.Role;
import io.kakou.console.schema.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** People with accounts, made beside the server in its database. */
final class People {
    static final String PASSWORD = "correct horse battery";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Installation installation;

    People(Installation installation) {
        this.installation = installation;
    }

    /** Somebody new with a password of their own, signed in. */
    Browser browser(Role role, String area) throws Exception {
        return signedIn(add(role, area, null));
    }

    /** The name of somebody new whose password is {@link #PASSWORD}. */
    String named(Role role, String area) throws Exception {
        String name = add(role, area, null);
        signedIn(name);
        return name;
    }

    /** Somebody who was added, signed in with a password of their own. */
    Browser signedIn(String name) throws Exception {
        Browser browser = new Browser(installation.console.url()).signIn(name, "first " + PASSWORD);
        String passwords = "{\"old\":\"first " + PASSWORD + "\",\"new\":\"" + PASSWORD + "\"}";
        assertThat(browser.post("/api/password", passwords).status()).isEqualTo(200);
        browser.signIn(name, PASSWORD);
        JsonNode me = browser.get("/api/me").json();
        assertThat(me.get("mustChangePassword").asBoolean()).isFalse();
        return browser;
    }

    /** Somebody new with a password of their own, signed in on a page. */
    void signIn(Page page, Role role, String area, @Nullable String fullName) throws Exception {
        String name = add(role, area, fullName);
        signedIn(name);
        page.navigate(installation.console.url());
        page.fill("input[name=user]", name);
        page.fill("input[name=password]", PASSWORD);
        page.click("button.main");
    }

    /** Somebody new, signed in with the password that somebody else gave. */
    Browser fresh(Role role, String area) throws Exception {
        return new Browser(installation.console.url()).signIn(add(role, area, null), "first " + PASSWORD);
    }

    String add(Role role, String area, @Nullable String fullName) {
        String name = "person-" + COUNT.incrementAndGet();
        try (Database database = new Database(installation.database())) {
            database.start();
            new Accounts(database, InstantSource.system())
                    .add(new Account(name, fullName, role, List.of(area), true, true), "first " + PASSWORD);
        }
        return name;
    }
}
