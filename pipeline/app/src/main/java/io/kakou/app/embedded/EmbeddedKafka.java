package io.kakou.app.embedded;

import io.kakou.app.services.LogService;
import io.kakou.events.Topic;
import java.io.IOException;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka broker in this process (KRaft, one node), with all of {@link Topic} and their {@code -dead}, for who has its
 * password. What was written before is there again after a restart on the same folder.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final int LONGEST_SECONDS = 60;

    private final Path folder;
    private final LogDoor door;
    private @Nullable FolderLock lock;
    private @Nullable KafkaRaftServer server;
    private LogDoor open;

    /**
     * A broker that is not started.
     *
     * @param folder holds the log and nothing else; made where it is missing
     */
    public EmbeddedKafka(Path folder) {
        this(folder, LogDoor.generated());
    }

    /** A broker whose clients find it at the same place, with the same password, after a restart. */
    public EmbeddedKafka(Path folder, LogDoor door) {
        this.folder = folder.toAbsolutePath();
        this.door = door;
        this.open = door;
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
            open = new LogDoor(port(door.clients()), port(door.controller()), door.password());
            KafkaConfig config = KafkaConfig.fromProps(BrokerSettings.of(folder, open));
            BrokerFolder.format(folder);
            server = new KafkaRaftServer(config, Time.SYSTEM);
            server.startup();
            service().prepare(LogService.Copies.ONE, LONGEST_SECONDS);
        } catch (Exception e) {
            close();
            throw new IllegalStateException("the log cannot start in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** How clients reach it. */
    public synchronized LogService service() {
        if (server == null) {
            throw new IllegalStateException("the log in " + folder + " is not started");
        }
        return open.service();
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

    private static int port(int wanted) throws IOException {
        return wanted == 0 ? LoopbackPorts.free() : wanted;
    }
}
