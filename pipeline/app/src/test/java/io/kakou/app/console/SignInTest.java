package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kakou.console.accounts.Accounts;
import io.kakou.console.accounts.FirstLogin;
import io.kakou.console.accounts.Role;
import io.kakou.console.schema.Database;
import io.kakou.events.Incident;
import io.kakou.events.secret.SecretBox;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who comes in, and what is refused to everybody else. */
@ExtendWith(SharedConsole.class)
class SignInTest {
    private static final SecretBox OTHER_KEY = new SecretBox("another key, of 32 bytes exactly".getBytes(UTF_8));

    private static Desk desk;
    private static FirstLogin first;

    @BeforeAll
    static void open() {
        desk = SharedConsole.desk();
        first = SharedConsole.firstLogin();
    }

    @Test
    void the_first_administrator_must_change_the_password_and_then_may_work() throws Exception {
        Browser admin = new Browser(desk.installation.console.url()).signIn(first.user(), first.password());
        assertThat(admin.get("/api/users").status()).isEqualTo(403);
        assertThat(change(admin, "short").body()).contains("5 characters; allowed: 10 to 200", "\"new\"");
        assertThat(change(admin, "my admin password").body()).contains("holds the user's name");
        assertThat(change(admin, "aaaaaaaaaaaaaaa").body()).contains("different");
        assertThat(change(admin, first.password()).body()).contains("is the old one");
        assertThat(change(admin, "a much better one").status()).isEqualTo(200);
        assertThat(admin.get("/api/me").status()).as("its sessions have ended").isEqualTo(401);
        admin.signIn(first.user(), "a much better one");
        assertThat(admin.get("/api/users").status()).isEqualTo(200);
    }

    /** Whoever missed it on the screen reads the same at the next start, until somebody has come in. */
    @Test
    void the_first_password_stays_until_somebody_comes_in_and_another_key_makes_another() throws Exception {
        try (Database database = new Database(desk.installation.another("first_login"))) {
            database.start();
            Accounts accounts = new Accounts(database, InstantSource.system());
            FirstLogin shown = accounts.firstLogin(Installation.SECRETS).orElseThrow();
            assertThat(accounts.firstLogin(Installation.SECRETS)).hasValue(shown);
            FirstLogin rekeyed = accounts.firstLogin(OTHER_KEY).orElseThrow();
            assertThat(rekeyed.password()).isNotEqualTo(shown.password());
            assertThat(accounts.signIn(shown.user(), shown.password())).isEmpty();
            assertThat(accounts.signIn(rekeyed.user(), rekeyed.password())).isPresent();
            assertThat(accounts.firstLogin(OTHER_KEY)).isEmpty();
        }
    }

    private static Browser.Answer change(Browser admin, String password) throws Exception {
        return admin.post("/api/password", "{\"old\":\"" + first.password() + "\",\"new\":\"" + password + "\"}");
    }

    @Test
    void guessing_is_slowed() throws Exception {
        Browser guesser = new Browser(desk.installation.console.url());
        String wrong = "{\"user\":\"somebody\",\"password\":\"not this one\"}";
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            answers.add(guesser.post("/api/login", wrong).status());
        }
        assertThat(answers).startsWith(401, 401, 401, 401, 401).endsWith(429);
        Browser.Answer refused = guesser.post("/api/login", wrong);
        assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
        assertThat(desk.pengbu.get("/api/me").status())
                .as("whoever is signed in goes on")
                .isEqualTo(200);
        assertThat(new People(desk.installation).browser(Role.OPERATOR, "pengbu"))
                .as("others come in")
                .isNotNull();
    }

    @Test
    void without_the_header_nothing_changes() throws Exception {
        Incident incident = desk.reported("pengbu", "lift-1");
        assertThat(desk.pengbu
                        .callWithoutHeader("POST", "/api/incidents/" + incident.id() + "/actions", Desk.accept())
                        .status())
                .isEqualTo(403);
        assertThat(desk.pengbu.callWithoutHeader("POST", "/api/login", "{}").status())
                .isEqualTo(403);
        assertThat(Desk.act(desk.pengbu, incident, Desk.accept()).status()).isEqualTo(202);
    }

    @Test
    void every_answer_forbids_what_the_page_does_not_need() throws Exception {
        Browser.Answer answer = new Browser(desk.installation.console.url()).get("/");
        assertThat(answer.response()
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.response().headers().firstValue("X-Content-Type-Options"))
                .hasValue("nosniff");
        Browser stranger = new Browser(desk.installation.console.url());
        assertThat(stranger.get("/../../io/kakou/console/schema/V1__first.sql").status())
                .isEqualTo(404);
        assertThat(stranger.get("/%2e%2e/io/kakou/console/schema/V1__first.sql").status())
                .isEqualTo(404);
        assertThat(stranger.get("/api/nothing").status()).isEqualTo(404);
    }
}
