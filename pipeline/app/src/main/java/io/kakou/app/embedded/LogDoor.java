package io.kakou.app.embedded;

import io.kakou.app.data.Password;
import io.kakou.app.services.LogService;

/**
 * Where an embedded broker is to be found, and by whom.
 *
 * @param clients port on 127.0.0.1 for everybody; 0 takes a free one at each start
 * @param controller port on 127.0.0.1 for the broker itself; 0 likewise
 */
public record LogDoor(int clients, int controller, String password) {
    static final String USER = "kakou";

    private static final String LOOPBACK = "127.0.0.1:";
    private static final int PASSWORD_BYTES = 32;

    public LogDoor {
        if (Math.min(clients, controller) < 0 || Math.max(clients, controller) > 65_535) {
            throw new IllegalArgumentException("ports " + clients + ", " + controller + "; allowed: 0 to 65535");
        }
    }

    /** Any free ports, and a password that nobody knows. */
    public static LogDoor generated() {
        return new LogDoor(0, 0, Password.random(PASSWORD_BYTES));
    }

    /** How clients come in once it is open on a known port. */
    public LogService service() {
        return LogService.of(servers(), null, account());
    }

    String servers() {
        return LOOPBACK + clients;
    }

    String quorum() {
        return LOOPBACK + controller;
    }

    /** PLAIN: nothing of it leaves this machine, and an older folder needs no entry for it. */
    LogService.Account account() {
        return new LogService.Account(LogService.Login.PLAIN, USER, password);
    }

    /** Without the password: it may be logged. */
    @Override
    public String toString() {
        return servers();
    }
}
