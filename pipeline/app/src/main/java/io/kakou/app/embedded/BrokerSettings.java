package io.kakou.app.embedded;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** What the one broker runs with: a street's traffic, one node, every byte inside its folder. */
final class BrokerSettings {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final String CLIENTS = "CLIENTS";
    private static final String PLAIN = "PLAIN";

    private BrokerSettings() {}

    static Properties of(Path folder, LogDoor door) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE),
                "log.dirs",
                folder.toString(),
                "listeners",
                CLIENTS + "://" + door.servers() + "," + CONTROLLER + "://" + door.quorum(),
                "advertised.listeners",
                CLIENTS + "://" + door.servers(),
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                NODE + "@" + door.quorum(),
                "listener.security.protocol.map",
                CLIENTS + ":SASL_PLAINTEXT," + CONTROLLER + ":SASL_PLAINTEXT",
                "inter.broker.listener.name",
                CLIENTS,
                "auto.create.topics.enable",
                "false"));
        settings.putAll(logins(door));
        settings.putAll(oneNode());
        settings.putAll(small());
        return settings;
    }

    /** Both listeners take one login, and the broker comes to them by it too. */
    private static Map<String, String> logins(LogDoor door) {
        String jaas = door.account().jaasOfListener();
        return Map.of(
                "sasl.enabled.mechanisms",
                PLAIN,
                "sasl.mechanism.inter.broker.protocol",
                PLAIN,
                "sasl.mechanism.controller.protocol",
                PLAIN,
                "listener.name." + CLIENTS.toLowerCase(Locale.ROOT) + ".plain.sasl.jaas.config",
                jaas,
                "listener.name." + CONTROLLER.toLowerCase(Locale.ROOT) + ".plain.sasl.jaas.config",
                jaas);
    }

    private static Map<String, String> oneNode() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0");
    }

    /** The defaults are for a machine that does nothing else: 3 threads, 128 MB for compaction, 20 MB a segment's index. Requests wait for the disk, so theirs are 8. */
    private static Map<String, String> small() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "8",
                "background.threads", "2",
                // How often topics with flush.ms are looked at; else never.
                "log.flush.scheduler.interval.ms", "250",
                "log.cleaner.dedupe.buffer.size", "4194304",
                "log.index.size.max.bytes", "1048576");
    }
}
