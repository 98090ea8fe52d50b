package io.kakou.app.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.app.embedded.EmbeddedKafka;
import io.kakou.app.embedded.postgres.EmbeddedPostgres;
import io.kakou.console.ConsoleServer;
import io.kakou.console.ConsoleSettings;
import io.kakou.console.schema.DatabaseSettings;
import io.kakou.events.Health;
import io.kakou.events.Incident;
import io.kakou.events.LiftState;
import io.kakou.events.LiftTally;
import io.kakou.events.Notice;
import io.kakou.events.Situation;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.secret.SecretBox;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A console with a real database and a real log, and doubles for the store and the analysis process. */
final class Installation implements AutoCloseable {
    static final SecretBox SECRETS = new SecretBox(new byte[SecretBox.KEY_BYTES]);

    final Neighbours neighbours = new Neighbours();
    final EmbeddedPostgres postgres;
    final EmbeddedKafka kafka;
    final KafkaProducer<byte[], byte[]> producer;
    ConsoleServer console;
    private final Path folder;
    private final double blindMinutes;
    private final ConsoleSettings.Outside outside;

    Installation(Path folder, int port) {
        this(folder, port, ConsoleSettings.BLIND_MINUTES, ConsoleSettings.Outside.USUAL);
    }

    /** @param blindMinutes from when on a camera that shows nothing is a place to be checked */
    Installation(Path folder, int port, double blindMinutes) {
        this(folder, port, blindMinutes, ConsoleSettings.Outside.USUAL);
    }

    /** With receivers that are told. */
    Installation(Path folder, int port, ConsoleSettings.Outside outside) {
        this(folder, port, ConsoleSettings.BLIND_MINUTES, outside);
    }

    private Installation(Path folder, int port, double blindMinutes, ConsoleSettings.Outside outside) {
        this.folder = folder;
        this.blindMinutes = blindMinutes;
        this.outside = outside;
        postgres = new EmbeddedPostgres(folder.resolve("database"));
        kafka = new EmbeddedKafka(folder.resolve("log"));
        postgres.start();
        kafka.start();
        producer = new KafkaProducer<>(
                Map.copyOf(kafka.service().clients()), new ByteArraySerializer(), new ByteArraySerializer());
        console = console(port);
        console.start(Street.SEED);
    }

    DatabaseSettings database() {
        return new DatabaseSettings(postgres.url(), EmbeddedPostgres.USER, postgres.password());
    }

    /** An empty database beside the console's. */
    DatabaseSettings another(String name) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        int path = postgres.url().lastIndexOf('/');
        return new DatabaseSettings(
                postgres.url().substring(0, path + 1) + name, EmbeddedPostgres.USER, postgres.password());
    }

    /** Every row of a table as text. */
    String everything(String table) throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (Connection connection =
                        DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                Statement statement = connection.createStatement();
                ResultSet read = statement.executeQuery("select t::text from " + table + " t")) {
            while (read.next()) {
                rows.append(read.getString(1)).append('\n');
            }
        }
        return rows.toString();
    }

    /** Changes rows behind the console's back. */
    void change(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.url(), EmbeddedPostgres.USER, postgres.password());
                Statement statement = connection.createStatement()) {
            if (statement.executeUpdate(sql) == 0) {
                throw new SQLException("changed nothing: " + sql);
            }
        }
    }

    /** As after a kill: where it listened before, so that its pages come back to it. */
    void startAgain() {
        int port = URI.create(console.url()).getPort();
        console.close();
        console = console(port);
        console.start(Street.SEED);
    }

    void tell(Incident incident) throws Exception {
        tell(Topic.INCIDENTS, incident.id(), incident);
    }

    void tell(Notice notice) throws Exception {
        tell(Topic.NOTICES, notice.room(), notice);
    }

    void tell(Situation situation) throws Exception {
        tell(Topic.SITUATIONS, situation.key(), situation);
    }

    void tell(LiftState state) throws Exception {
        tell(Topic.LIFTS, state.lift(), state);
    }

    void tell(LiftTally tally) throws Exception {
        tell(Topic.LIFT_TALLIES, tally.lift(), tally);
    }

    void tell(Health health) throws Exception {
        tell(Topic.HEALTH, health.camera(), health);
    }

    void tell(Topic topic, String key, Record value) throws Exception {
        producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(UTF_8), Json.write(value)))
                .get(30, TimeUnit.SECONDS);
    }

    private ConsoleServer console(int port) {
        ConsoleSettings settings = new ConsoleSettings(
                ConsoleSettings.Place.loopback(port),
                database(),
                kafka.service().clients(),
                neighbours.s3(),
                folder,
                null,
                blindMinutes,
                outside);
        return new ConsoleServer(settings, SECRETS, neighbours::doorSettings, InstantSource.system());
    }

    @Override
    public void close() {
        console.close();
        producer.close();
        kafka.close();
        postgres.close();
        neighbours.close();
    }
}
