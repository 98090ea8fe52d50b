package io.kakou.console.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.console.schema.Database;
import io.kakou.events.Id;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/** Who is signed in. A token is 256 random bits; the database keeps its hash alone. */
public final class Sessions {
    /** A shift and its handover. */
    public static final long LASTS_SECONDS = 12 * 3600;

    private static final int TOKEN_BYTES = 32;

    private final Database database;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public Sessions(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens a session and tells its token, once. */
    public String open(Account account) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.transaction(sql -> {
            sql.run("delete from session where expires_at < ?", clock.instant());
            return sql.run(
                    "insert into session values (?, ?, ?, ?)",
                    hash(token),
                    Id.hash("session", token),
                    account.name(),
                    clock.instant().plusSeconds(LASTS_SECONDS));
        });
        return token;
    }

    /** Who holds the token; empty where it has ended, or its account was switched off. */
    public Optional<Session> find(String token) {
        return database.transaction(sql -> sql.one(
                "select s.id, a.* from session s join account a on a.name = s.account"
                        + " where s.token_hash = ? and s.expires_at > ? and a.enabled",
                row -> new Session(row.getString("id"), Accounts.account(row)),
                hash(token),
                clock.instant()));
    }

    public void end(String token) {
        database.transaction(sql -> sql.run("delete from session where token_hash = ?", (Object) hash(token)));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
