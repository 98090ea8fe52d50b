package io.kakou.console.accounts;

import io.kakou.console.refusal.Refusal;
import io.kakou.console.schema.Database;
import io.kakou.console.schema.DatabaseFailure;
import io.kakou.console.schema.Sql;
import io.kakou.events.secret.SecretBox;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Accounts in the database. */
public final class Accounts {
    private static final String FIRST = "admin";
    private static final String COLUMNS =
            "select name, full_name, role, areas, rooms, must_change, enabled, password from account ";

    private final Database database;
    private final InstantSource clock;

    private enum MustChange {
        YES,
        NO
    }

    private record Known(Account account, String hash) {}

    public Accounts(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The first administrator's password, as long as nobody has ever come in with one: generated once, kept sealed, the
     * same at every start, so that whoever missed it on the screen reads it at the next. Empty once somebody has come in.
     */
    public Optional<FirstLogin> firstLogin(SecretBox box) {
        String password = Passwords.generate();
        String hash = Passwords.hash(password);
        return database.transaction(sql -> {
            sql.lock("accounts");
            boolean used = sql.one(
                            "select 1 from account where name <> ? or last_login is not null", row -> true, FIRST)
                    .isPresent();
            if (used) {
                sql.run("delete from first_login");
                return Optional.empty();
            }
            Optional<String> kept = kept(sql, box);
            if (kept.isPresent()) {
                return kept.map(same -> new FirstLogin(FIRST, same));
            }
            sql.run(
                    "insert into account (name, role, areas, password, must_change, enabled, created_at)"
                            + " values (?, ?, ?, ?, true, true, ?)"
                            + " on conflict (name) do update set password = excluded.password, must_change = true",
                    FIRST,
                    Role.ADMINISTRATOR.name(),
                    List.of(Account.EVERY_AREA),
                    hash,
                    clock.instant());
            sql.run(
                    "insert into first_login values (?, ?) on conflict (account) do update set sealed = excluded.sealed",
                    FIRST,
                    box.seal(password));
            return Optional.of(new FirstLogin(FIRST, password));
        });
    }

    /** Empty where there is none, or it was sealed with a key that is lost. */
    private static Optional<String> kept(Sql sql, SecretBox box) throws SQLException {
        Optional<String> sealed =
                sql.one("select sealed from first_login where account = ?", row -> row.getString("sealed"), FIRST);
        try {
            return sealed.map(box::open);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** An administrator of every area, who need not change the password; left as it is where it is there already. */
    public void put(FirstLogin login) {
        String hash = Passwords.hash(login.password());
        database.transaction(sql -> sql.run(
                "insert into account (name, role, areas, password, must_change, enabled, created_at)"
                        + " values (?, ?, ?, ?, false, true, ?) on conflict (name) do nothing",
                login.user(),
                Role.ADMINISTRATOR.name(),
                List.of(Account.EVERY_AREA),
                hash,
                clock.instant()));
    }

    public List<Account> list() {
        return database.transaction(sql -> sql.list(COLUMNS + "order by name", Accounts::account));
    }

    /** What colleagues call those who have such a name, by account. */
    public Map<String, String> fullNames() {
        Map<String, String> names = new HashMap<>();
        for (Account account : list()) {
            if (account.fullName() != null) {
                names.put(account.name(), account.fullName());
            }
        }
        return names;
    }

    public Optional<Account> find(String name) {
        return known(name).map(Known::account);
    }

    /** The account, where the password is right and it is enabled. */
    public Optional<Account> signIn(String name, String password) {
        Optional<Known> known = known(name);
        if (known.isEmpty() || password.length() > Passwords.LONGEST) {
            Passwords.matchNobody("");
            return Optional.empty();
        }
        if (!Passwords.matches(password, known.get().hash())
                || !known.get().account().enabled()) {
            return Optional.empty();
        }
        database.transaction(sql -> {
            sql.run("delete from first_login where account = ?", name);
            return sql.run("update account set last_login = ? where name = ?", clock.instant(), name);
        });
        return known.map(Known::account);
    }

    /** Adds a person, who must change the password at once. */
    public Account add(Account account, String password) {
        Passwords.check(account.name(), password, "password");
        String hash = Passwords.hash(password);
        try {
            database.transaction(sql -> sql.run(
                    "insert into account (name, full_name, role, areas, rooms, password, must_change, enabled,"
                            + " created_at) values (?, ?, ?, ?, ?, ?, true, ?, ?)",
                    account.name(),
                    account.fullName(),
                    account.role().name(),
                    account.areas(),
                    account.rooms(),
                    hash,
                    account.enabled(),
                    clock.instant()));
        } catch (DatabaseFailure e) {
            if (e.duplicate()) {
                throw Refusal.badField("name", "user " + account.name() + " is there already; allowed: another name");
            }
            throw e;
        }
        return account;
    }

    /** Changes role, areas, rooms and whether it is enabled; the sessions of who is disabled end. */
    public void change(Account account) {
        database.transaction(sql -> {
            sql.lock("accounts");
            sql.run(
                    "update account set full_name = ?, role = ?, areas = ?, rooms = ?, enabled = ? where name = ?",
                    account.fullName(),
                    account.role().name(),
                    account.areas(),
                    account.rooms(),
                    account.enabled(),
                    account.name());
            boolean somebody = sql.one(
                            "select 1 from account where enabled and role = 'ADMINISTRATOR' and '*' = any(areas)",
                            row -> true)
                    .isPresent();
            if (!somebody) {
                throw Refusal.conflict("this is the last administrator of all areas; allowed: another one first");
            }
            return account.enabled() ? 0 : endSessions(sql, account.name());
        });
    }

    /** Somebody else's new password; it must be changed at once, and all sessions end. */
    public void reset(String name, String password) {
        Passwords.check(name, password, "password");
        store(name, password, MustChange.YES);
    }

    /** One's own new password; all sessions end. */
    public void changePassword(String name, String old, String password) {
        if (known(name).filter(known -> Passwords.matches(old, known.hash())).isEmpty()) {
            throw Refusal.badField("old", "the old password is another one");
        }
        Passwords.check(name, password, "new");
        if (old.equals(password)) {
            throw Refusal.badField("new", "the new password is the old one; allowed: another one");
        }
        store(name, password, MustChange.NO);
    }

    private void store(String name, String password, MustChange mustChange) {
        String hash = Passwords.hash(password);
        database.transaction(sql -> {
            sql.run(
                    "update account set password = ?, must_change = ? where name = ?",
                    hash,
                    mustChange == MustChange.YES,
                    name);
            return endSessions(sql, name);
        });
    }

    private static int endSessions(Sql sql, String name) throws SQLException {
        return sql.run("delete from session where account = ?", name);
    }

    private Optional<Known> known(String name) {
        return database.transaction(sql ->
                sql.one(COLUMNS + "where name = ?", row -> new Known(account(row), row.getString("password")), name));
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                row.getString("full_name"),
                Role.valueOf(row.getString("role")),
                Arrays.asList((String[]) row.getArray("areas").getArray()),
                Arrays.asList((String[]) row.getArray("rooms").getArray()),
                row.getBoolean("must_change"),
                row.getBoolean("enabled"));
    }
}
