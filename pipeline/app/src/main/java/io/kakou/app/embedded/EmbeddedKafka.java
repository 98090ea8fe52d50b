package io.kakou.app.embedded;

import io.kakou.events.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker in this process (KRaft, one node), with all of {@link Topic} and their {@code -dead}. What was written
 * before is there again after a restart on the same folder.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String CLUSTER = "kakou-log";
    private static final int LONGEST_SECONDS = 60;

    private final Path folder;
    private final Ports ports;
    private @Nullable FolderLock lock;
    private @Nullable KafkaRaftServer server;
    private String servers = "";

    /**
     * A broker that is not started.
     *
     * @param folder holds the log and nothing else; made where it is missing
     */
    public EmbeddedKafka(Path folder) {
        this(folder, new Ports(0, 0));
    }

    /** A broker whose clients find it at the same place after a restart. */
    public EmbeddedKafka(Path folder, Ports ports) {
        this.folder = folder.toAbsolutePath();
        this.ports = ports;
    }

    /**
     * Where it listens; 0 takes a free one at each start.
     *
     * @param clients for everybody
     * @param controller for the broker itself
     */
    public record Ports(int clients, int controller) {
        public Ports {
            if (Math.min(clients, controller) < 0 || Math.max(clients, controller) > 65_535) {
                throw new IllegalArgumentException("ports " + clients + ", " + controller + "; allowed: 0 to 65535");
            }
        }
    }

    /**
     * Starts the broker and makes the topics that are missing; returns when all of them are there. A
     * client may still hear for a moment that a partition has no leader; it asks again by itself.
     *
     * @throws IllegalStateException where the folder cannot be used or the broker does not come up within a minute
     */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            lock = FolderLock.on(folder);
            String clients = address(ports.clients());
            KafkaConfig config = KafkaConfig.fromProps(BrokerSettings.of(folder, clients, address(ports.controller())));
            format();
            server = new KafkaRaftServer(config, Time.SYSTEM);
            server.startup();
            servers = clients;
            createTopics();
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the log cannot start in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** {@code host:port} for clients. */
    public synchronized String servers() {
        if (server == null) {
            throw new IllegalStateException("the log in " + folder + " is not started");
        }
        return servers;
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }

    private void format() throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setNodeId(BrokerSettings.NODE)
                .setClusterId(CLUSTER)
                .setControllerListenerName(BrokerSettings.CONTROLLER)
                .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                .setIgnoreFormatted(true)
                .setMetadataLogDirectory(folder.toString())
                .addDirectory(folder.toString())
                .run();
    }

    private void createTopics() throws InterruptedException, ExecutionException, TimeoutException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            Set<String> there = admin.listTopics().names().get(LONGEST_SECONDS, TimeUnit.SECONDS);
            List<NewTopic> missing = TopicPlan.all()
                    .filter(topic -> !there.contains(topic.name()))
                    .toList();
            admin.createTopics(missing).all().get(LONGEST_SECONDS, TimeUnit.SECONDS);
        }
    }

    private static String address(int port) throws IOException {
        return LOOPBACK + ":" + (port == 0 ? LoopbackPorts.free() : port);
    }
}
