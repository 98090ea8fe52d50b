package io.kakou.app.settings;

import io.kakou.app.services.DatabaseService;
import io.kakou.app.services.LogService;
import io.kakou.app.services.Outside;
import io.kakou.app.services.StoreService;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What others run: the sections {@code log}, {@code store}, {@code database}, and {@code jobs}. */
final class ServiceSections {
    private static final String HOST = "([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])";
    private static final String SERVER = HOST + ":[0-9]{1,5}";
    private static final String ON_THIS_MACHINE = "(127\\.0\\.0\\.1|localhost|\\[::1]):[0-9]{1,5}";
    private static final String WORD = "\\S{1,256}";

    private final Path folder;

    /** @param folder that relative paths are beside */
    ServiceSections(Path folder) {
        this.folder = folder;
    }

    Outside read(Section root) {
        LogService log = log(root.section("log"));
        return new Outside(
                log,
                store(root.section("store")),
                database(root.section("database")),
                jobsElsewhere(root, log != null));
    }

    private static boolean jobsElsewhere(Section root, boolean logOutside) {
        boolean elsewhere =
                root.text("jobs", "here", "here, elsewhere", "here|elsewhere").equals("elsewhere");
        if (elsewhere && !logOutside) {
            root.problem("jobs", "is \"elsewhere\" without a section log; allowed: a Kafka that the jobs reach too");
        }
        return elsewhere;
    }

    private @Nullable LogService log(Section section) {
        if (!section.isThere()) {
            return null;
        }
        String servers = section.required("servers", "host:port, several joined by commas", list(SERVER));
        boolean tls = section.flag("tls", false);
        Path ca = section.certificates("caFile", folder);
        if (ca != null && !tls) {
            section.problem("caFile", "is given without log.tls; allowed: tls: true beside it");
        }
        LogService.Account account = account(section);
        boolean open = account != null && account.login() == LogService.Login.PLAIN && !tls;
        if (open && !servers.matches(list(ON_THIS_MACHINE))) {
            section.problem(
                    "login",
                    "is \"plain\" without log.tls, which shows the password on the way; allowed: tls: true,"
                            + " scram-sha-256, scram-sha-512, or servers on this machine");
        }
        return LogService.of(servers, tls ? new LogService.Tls(ca == null ? null : ca.toString()) : null, account);
    }

    private LogService.@Nullable Account account(Section section) {
        String login = section.text(
                "login", "none", "none, plain, scram-sha-256, scram-sha-512", "none|plain|scram-sha-(256|512)");
        if (login.equals("none")) {
            section.unused("log.login", "user", "password", "passwordFile");
            return null;
        }
        return new LogService.Account(
                LogService.Login.valueOf(login.toUpperCase(Locale.ROOT).replace('-', '_')),
                section.required("user", "a name", WORD),
                section.secret("password", folder));
    }

    private @Nullable StoreService store(Section section) {
        if (!section.isThere()) {
            return null;
        }
        return new StoreService(
                section.required("endpoint", "http://host:port or https://host", "https?://" + HOST + "(:[0-9]{1,5})?"),
                section.text("region", "us-east-1", "a region's name", "[A-Za-z0-9-]{1,64}"),
                section.text("bucket", "kakou", "3 to 63 of a-z 0-9 . -", "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"),
                section.required("accessKey", "an access key", WORD),
                section.secret("secretKey", folder));
    }

    private @Nullable DatabaseService database(Section section) {
        if (!section.isThere()) {
            return null;
        }
        return new DatabaseService(
                section.required(
                        "url",
                        "jdbc:postgresql://host:port/name, without a login",
                        "jdbc:postgresql://" + HOST + "(:[0-9]{1,5})?/[A-Za-z0-9_-]+(\\?(?!.*(user|password)=)\\S*)?"),
                section.required("user", "a name", WORD),
                section.secret("password", folder));
    }

    private static String list(String one) {
        return one + "(," + one + ")*";
    }
}
