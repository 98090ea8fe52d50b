package io.kakou.app.services;

import io.kakou.app.services.ServiceTrouble.Code;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka, as its clients reach it.
 *
 * @param clients settings that every client is made with, under Kafka's names
 */
public record LogService(Map<String, String> clients) {
    private static final String SERVERS = "bootstrap.servers";

    /** How many copies of each record there are. */
    public enum Copies {
        /** One broker, one disk: each record is on it before it is acknowledged. */
        ONE,
        /** The brokers' own default; they keep several. */
        AS_THE_BROKERS_SAY
    }

    /** How a client shows who it is (SASL). */
    public enum Login {
        PLAIN,
        SCRAM_SHA_256,
        SCRAM_SHA_512;

        String mechanism() {
            return name().replace('_', '-');
        }

        private String module() {
            return "org.apache.kafka.common.security."
                    + (this == PLAIN ? "plain.PlainLoginModule" : "scram.ScramLoginModule");
        }
    }

    /** Who a client is. */
    public record Account(Login login, String user, String password) {
        /** As Kafka's clients take it (JAAS). */
        public String jaas() {
            return jaas("");
        }

        /** The same as a listener takes it that lets this one in, and nobody else. */
        public String jaasOfListener() {
            return jaas(" user_" + user + "=" + quoted(password));
        }

        private String jaas(String more) {
            return login.module() + " required username=" + quoted(user) + " password=" + quoted(password) + more + ";";
        }

        /** Without the password. */
        @Override
        public String toString() {
            return user + " by " + login;
        }
    }

    /**
     * TLS on the way.
     *
     * @param caFile certificates (PEM) that the brokers' are signed by; null: those that the JDK trusts
     */
    public record Tls(@Nullable String caFile) {}

    public LogService {
        clients = Map.copyOf(clients);
    }

    /**
     * One that is reached like this.
     *
     * @param servers {@code host:port}, several joined by commas
     * @param tls null: none
     * @param account null: nobody is asked
     */
    public static LogService of(String servers, @Nullable Tls tls, @Nullable Account account) {
        Map<String, String> clients = new HashMap<>();
        clients.put(SERVERS, servers);
        clients.put("security.protocol", (account == null ? "" : "SASL_") + (tls == null ? "PLAINTEXT" : "SSL"));
        if (tls != null && tls.caFile() != null) {
            clients.put("ssl.truststore.type", "PEM");
            clients.put("ssl.truststore.location", tls.caFile());
        }
        if (account != null) {
            clients.put("sasl.mechanism", account.login().mechanism());
            clients.put("sasl.jaas.config", account.jaas());
        }
        return new LogService(clients);
    }

    /**
     * Makes the topics that are missing and looks at those that are there; returns when they can be worked with.
     *
     * @param seconds longest wait for one answer
     */
    public void prepare(Copies copies, double seconds) throws ServiceTrouble, InterruptedException {
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put("client.id", "kakou-topics");
        settings.put("request.timeout.ms", (int) (seconds * 1000));
        settings.put("default.api.timeout.ms", (int) (seconds * 1000));
        try (Admin admin = Admin.create(settings)) {
            new Topics(admin, this, seconds).prepare(copies);
        } catch (ExecutionException e) {
            throw trouble(e.getCause() == null ? e : e.getCause(), seconds);
        } catch (TimeoutException | KafkaException e) {
            throw trouble(e, seconds);
        }
    }

    private ServiceTrouble trouble(Throwable why, double seconds) {
        boolean refused = why instanceof AuthenticationException || why instanceof AuthorizationException;
        return new ServiceTrouble(
                refused ? Code.REFUSED : Code.AWAY,
                this + (refused ? " refuses: " : " does not answer: ") + reason(why, seconds),
                why);
    }

    private static String reason(Throwable why, double seconds) {
        // Kafka's own words name whatever it happened to be waiting for.
        if (why instanceof TimeoutException || why instanceof org.apache.kafka.common.errors.TimeoutException) {
            return "nothing within " + seconds + " s";
        }
        // The reason proper stands below: "Failed to create new KafkaAdminClient" tells nobody anything.
        Throwable told = why.getCause() == null || why instanceof AuthenticationException ? why : why.getCause();
        return String.valueOf(told.getMessage()).lines().findFirst().orElse("");
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Where it is; it may be logged. */
    @Override
    public String toString() {
        return "the log at " + clients.get(SERVERS);
    }
}
