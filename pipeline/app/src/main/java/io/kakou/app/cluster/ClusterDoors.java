package io.kakou.app.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.kakou.app.data.OwnersFile;
import io.kakou.app.embedded.LogDoor;
import io.kakou.app.embedded.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the parts are found on 127.0.0.1, the same at every start.
 *
 * @param log port of the broker
 * @param controller port of the broker for itself
 * @param logPassword of the broker's clients
 * @param database port of PostgreSQL
 * @param zooKeeper its port
 * @param rest port at which jobs are handed in
 */
record ClusterDoors(int log, int controller, String logPassword, int database, int zooKeeper, int rest) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Those of the folder; made where there are none. */
    static ClusterDoors of(Path file) throws IOException {
        if (Files.exists(file)) {
            return JSON.readValue(Files.readAllBytes(file), ClusterDoors.class);
        }
        List<Integer> ports = LoopbackPorts.free(5);
        ClusterDoors fresh = new ClusterDoors(
                ports.get(0), ports.get(1), LogDoor.generated().password(), ports.get(2), ports.get(3), ports.get(4));
        OwnersFile.write(file, JSON.writeValueAsBytes(fresh));
        return fresh;
    }

    LogDoor logDoor() {
        return new LogDoor(log, controller, logPassword);
    }

    /** Without the password: it may be logged. */
    @Override
    public String toString() {
        return "log " + log + ", database " + database + ", zookeeper " + zooKeeper + ", flink " + rest;
    }
}
