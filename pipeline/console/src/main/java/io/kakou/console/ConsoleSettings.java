package io.kakou.console;

import io.kakou.console.api.Api;
import io.kakou.console.clips.S3Settings;
import io.kakou.console.schema.DatabaseSettings;
import io.kakou.console.trial.Trial;
import io.kakou.console.webhook.Patience;
import io.kakou.console.webhook.Webhook;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the console runs with.
 *
 * @param log what every client of the log is made with, under Kafka's names
 * @param storage the folder whose size people are told
 * @param trial what a demonstration adds, or null
 * @param blindMinutes {@value #BLIND_MINUTES}: a camera that shows nothing for longer is a place to be checked by a person;
 *     less tells of every camera that is restarted, more leaves a place unseen for longer
 * @param outside units on the street, and receivers that are told
 */
public record ConsoleSettings(
        Place place,
        DatabaseSettings database,
        Map<String, String> log,
        S3Settings clips,
        Path storage,
        @Nullable Trial trial,
        double blindMinutes,
        Outside outside) {
    public static final double BLIND_MINUTES = 10;

    /** Of a running street: no demonstration. */
    public ConsoleSettings(
            Place place, DatabaseSettings database, Map<String, String> log, S3Settings clips, Path storage) {
        this(place, database, log, clips, storage, null, BLIND_MINUTES, Outside.USUAL);
    }

    public ConsoleSettings {
        log = Map.copyOf(log);
        if (!(blindMinutes >= 0 && blindMinutes <= 1_440)) {
            throw new IllegalArgumentException("console.blindMinutes is " + blindMinutes + "; allowed: 0 to 1440");
        }
    }

    /** What this console may be called by: what the page is called, and what phones call it. */
    List<String> names() {
        List<String> names = new ArrayList<>(place.names());
        if (outside.address() != null) {
            names.add(URI.create(outside.address()).getHost());
        }
        return names;
    }

    /**
     * Where it listens.
     *
     * @param port on {@code host}; 0 for any that is free
     * @param names that browsers may call it by besides {@code host}, localhost and addresses in numbers
     * @param tls a certificate and its key, or null
     * @param insecure another host than this machine without TLS; the page says so
     */
    public record Place(String host, int port, List<String> names, @Nullable Tls tls, boolean insecure) {
        private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost");

        public Place {
            names = List.copyOf(names);
            if (tls == null && !insecure && !LOOPBACK.contains(host)) {
                throw new IllegalArgumentException("console.host is " + host
                        + " without TLS; allowed: 127.0.0.1, a certificate, or insecure, which the page shows");
            }
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("console.port is " + port + "; allowed: 0 to 65535");
            }
        }

        /** For this machine alone. */
        public static Place loopback(int port) {
            return new Place("127.0.0.1", port, List.of(), null, false);
        }

        Api.Transport transport() {
            return tls != null ? Api.Transport.TLS : insecure ? Api.Transport.INSECURE : Api.Transport.LOOPBACK;
        }

        /** As people type it. */
        String url(int open) {
            String shown = host.contains(":") ? "[" + host + "]" : host;
            return (tls == null ? "http://" : "https://") + shown + ":" + open + "/";
        }
    }

    /**
     * What leaves the building.
     *
     * @param address what a unit's phone calls the console by, {@code https://host:port}; null: what the browser that
     *     dispatched called it by
     * @param taskHours 12: how long a unit's link lasts
     * @param call whom a phone is told to call where its link opens nothing, or null
     * @param webhooks receivers
     * @param patience with each of them
     */
    public record Outside(
            @Nullable String address,
            double taskHours,
            @Nullable String call,
            List<Webhook> webhooks,
            Patience patience) {
        /** Nobody is told, and links lead to where the page is. */
        public static final Outside USUAL = new Outside(null, 12, null, List.of(), Patience.USUAL);

        private static final double MOST_HOURS = 168;

        public Outside {
            webhooks = List.copyOf(webhooks);
            if (!(taskHours > 0 && taskHours <= MOST_HOURS)) {
                throw new IllegalArgumentException(
                        "console.tasks.hours is " + taskHours + "; allowed: above 0 to " + MOST_HOURS);
            }
            if (webhooks.stream().map(Webhook::name).distinct().count() < webhooks.size()) {
                throw new IllegalArgumentException("console.webhooks names one twice; allowed: each name once");
            }
        }
    }

    /** PEM files; the key is PKCS #8. */
    public record Tls(Path certificate, Path key) {}
}
