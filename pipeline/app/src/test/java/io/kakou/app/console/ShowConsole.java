package io.kakou.app.console;

import io.kakou.console.accounts.FirstLogin;
import io.kakou.events.Incident;
import io.kakou.events.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Serves the page with a street on which something happens each half minute: {@code ShowConsole PORT FOLDER}. */
final class ShowConsole {
    private ShowConsole() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        try (Installation installation = new Installation(folder, Integer.parseInt(arguments[0]))) {
            Runtime.getRuntime().addShutdownHook(new Thread(installation::close));
            System.out.println(installation.console.url());
            installation.console.firstLogin().ifPresent(ShowConsole::say);
            CountDownLatch stop = new CountDownLatch(1);
            for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
                Instant now = Instant.now();
                installation.tell(Street.health("lift-1", Stage.LOOKING, now));
                installation.tell(Street.health("lift-2", i % 4 == 3 ? Stage.CONNECT : Stage.LOOKING, now));
                if (i % 6 == 0) {
                    Incident incident = Street.incident("pengbu", "lift-1", "alert-" + now.toEpochMilli(), now);
                    installation.neighbours.keep(incident.alerts().get(0).id());
                    installation.tell(incident);
                }
                boolean unused = stop.await(5, TimeUnit.SECONDS);
            }
        }
    }

    private static void say(FirstLogin login) {
        System.out.println("user " + login.user() + " password " + login.password());
    }
}
