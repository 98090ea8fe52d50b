package io.kakou.app.services;

import io.kakou.events.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/** How each topic is laid out. A topic's partitions are never changed: a key would move and its order be lost. */
final class TopicPlan {
    private static final String CLEANUP = "cleanup.policy";
    private static final String KEPT = "retention.ms";
    private static final String HOUR = String.valueOf(Duration.ofHours(1).toMillis());
    private static final String HOURS_24 = String.valueOf(Duration.ofHours(24).toMillis());
    private static final String MEMORY_SEGMENT = String.valueOf(4 << 20);
    private static final String DAYS_30 = String.valueOf(Duration.ofDays(30).toMillis());
    private static final String DAYS_400 = String.valueOf(Duration.ofDays(400).toMillis());

    private TopicPlan() {}

    static Stream<NewTopic> all(LogService.Copies copies) {
        return Stream.of(Topic.values()).flatMap(topic -> Stream.of(live(topic, copies), dead(topic, copies)));
    }

    static int partitions(Topic topic) {
        return switch (topic) {
            // A camera's memory lies in the partition of the same number: its owner reads one whole.
            case CAMERAS, MEMORY -> 64;
            case REGISTRY, SEARCHES -> 1;
            case ALERTS, SIGHTINGS, ACTIONS, INCIDENTS, NOTICES, SITUATIONS, FINDINGS, HEALTH -> 4;
        };
    }

    /** Only the newest of each key is kept; of the others, all for some time. */
    static boolean isCompacted(Topic topic) {
        return switch (topic) {
            case CAMERAS, REGISTRY, INCIDENTS, SITUATIONS, SEARCHES, HEALTH, MEMORY -> true;
            case ALERTS, SIGHTINGS, ACTIONS, NOTICES, FINDINGS -> false;
        };
    }

    private static NewTopic live(Topic topic, LogService.Copies copies) {
        Map<String, String> settings = new HashMap<>(kept(topic));
        settings.putAll(toDisk(topic, copies));
        return topic(topic.topicName(), partitions(topic), copies).configs(settings);
    }

    private static Map<String, String> kept(Topic topic) {
        return switch (topic) {
            case CAMERAS, REGISTRY, INCIDENTS, SITUATIONS, HEALTH -> Map.of(CLEANUP, "compact");
            // A search that has ended is to be gone from the disk too, and not only behind its tombstone.
            case SEARCHES ->
                Map.of(
                        CLEANUP,
                        "compact",
                        "segment.ms",
                        HOUR,
                        "max.compaction.lag.ms",
                        HOUR,
                        "delete.retention.ms",
                        HOUR);
            // Written over every five minutes: small segments, or it would grow by gigabytes before it is compacted.
            case MEMORY -> Map.of(CLEANUP, "compact", "segment.bytes", MEMORY_SEGMENT, "segment.ms", HOURS_24);
            case ALERTS, NOTICES -> Map.of(CLEANUP, "delete", KEPT, DAYS_30);
            case SIGHTINGS, FINDINGS -> Map.of(CLEANUP, "delete", KEPT, HOURS_24);
            case ACTIONS -> Map.of(CLEANUP, "delete", KEPT, DAYS_400);
        };
    }

    /**
     * With one copy, acknowledged must mean on disk: a power cut is more than a kill. A row leaves the outbox, and an alert
     * the spool, on this word alone. Health can be told again, of sightings a moment's may be lost, and what was learned is learned again.
     */
    private static Map<String, String> toDisk(Topic topic, LogService.Copies copies) {
        return switch (topic) {
            case HEALTH, SIGHTINGS, FINDINGS, MEMORY -> Map.of();
            case CAMERAS, REGISTRY, ALERTS, ACTIONS, INCIDENTS, NOTICES, SITUATIONS, SEARCHES -> eachToDisk(copies);
        };
    }

    private static Map<String, String> eachToDisk(LogService.Copies copies) {
        return switch (copies) {
            case ONE -> Map.of("flush.messages", "1");
            case AS_THE_BROKERS_SAY -> Map.of();
        };
    }

    /** What is told of people is kept no longer where it could not be read. */
    private static boolean isOfPeople(Topic topic) {
        return topic == Topic.SIGHTINGS || topic == Topic.SEARCHES || topic == Topic.FINDINGS;
    }

    private static NewTopic dead(Topic topic, LogService.Copies copies) {
        Map<String, String> settings = new HashMap<>(eachToDisk(copies));
        settings.put(KEPT, isOfPeople(topic) ? HOURS_24 : DAYS_30);
        return topic(topic.deadTopicName(), 1, copies).configs(settings);
    }

    private static NewTopic topic(String name, int partitions, LogService.Copies copies) {
        Optional<Short> factor =
                switch (copies) {
                    case ONE -> Optional.of((short) 1);
                    case AS_THE_BROKERS_SAY -> Optional.empty();
                };
        return new NewTopic(name, Optional.of(partitions), factor);
    }
}
