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

    static int partitions(Topic topic, LogService.Copies copies) {
        return switch (topic) {
            // A camera's memory lies in the partition of the same number: its owner reads one whole.
            case CAMERAS, MEMORY -> 64;
            case REGISTRY, SEARCHES -> 1;
            case ALERTS,
                    SIGHTINGS,
                    ACTIONS,
                    INCIDENTS,
                    NOTICES,
                    SITUATIONS,
                    HEALTH,
                    LIFTS,
                    LIFT_TALLIES,
                    FINDINGS,
                    POSITIONS,
                    TRUCK_VERDICTS,
                    TRUCK_CASES -> partitions(copies);
        };
    }

    /**
     * Where each record goes to disk before it is acknowledged, what comes together goes there together only within one
     * partition: four would be four times the waiting. They spread a load over brokers, and there is one.
     */
    private static int partitions(LogService.Copies copies) {
        return switch (copies) {
            case ONE -> 1;
            case AS_THE_BROKERS_SAY -> 4;
        };
    }

    /** Whether others may have made it with another number: of these nobody counts on its keys' places. */
    static boolean mayDiffer(Topic topic) {
        return partitions(topic, LogService.Copies.ONE) != partitions(topic, LogService.Copies.AS_THE_BROKERS_SAY);
    }

    /** Only the newest of each key is kept; of the others, all for some time. */
    static boolean isCompacted(Topic topic) {
        return switch (topic) {
            case CAMERAS, REGISTRY, INCIDENTS, SITUATIONS, SEARCHES, HEALTH, MEMORY, LIFTS, LIFT_TALLIES -> true;
            case ALERTS, SIGHTINGS, ACTIONS, NOTICES, FINDINGS, POSITIONS, TRUCK_VERDICTS, TRUCK_CASES -> false;
        };
    }

    private static NewTopic live(Topic topic, LogService.Copies copies) {
        Map<String, String> settings = new HashMap<>(kept(topic));
        settings.putAll(toDisk(topic, copies));
        return topic(topic.topicName(), partitions(topic, copies), copies).configs(settings);
    }

    private static Map<String, String> kept(Topic topic) {
        return switch (topic) {
            case CAMERAS, REGISTRY, INCIDENTS, SITUATIONS, HEALTH, LIFTS, LIFT_TALLIES -> Map.of(CLEANUP, "compact");
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
            // PIPL, article 19: no longer than its purpose needs.
            case SIGHTINGS, FINDINGS, POSITIONS, TRUCK_VERDICTS -> Map.of(CLEANUP, "delete", KEPT, HOURS_24);
            // A fine is decided within 90 days (行政处罚法, article 60) and sued against within six months of that
            // (行政诉讼法, article 46); the rest is for what is slow.
            case ACTIONS, TRUCK_CASES -> Map.of(CLEANUP, "delete", KEPT, DAYS_400);
        };
    }

    /**
     * With one copy, acknowledged must mean on disk: a power cut is more than a kill. A row leaves the outbox, and an alert
     * the spool, on this word alone. What a seat was told in the last second before a power cut may be lost: the incident
     * is there, and is heard when its first step runs out. Health and how a lift stands can be told again, of sightings a
     * moment's may be lost, and what was learned is learned again.
     */
    private static Map<String, String> toDisk(Topic topic, LogService.Copies copies) {
        return switch (topic) {
            case HEALTH, SIGHTINGS, FINDINGS, MEMORY, LIFTS, POSITIONS, TRUCK_VERDICTS -> Map.of();
            case NOTICES, SITUATIONS -> soonToDisk(copies);
            case CAMERAS, REGISTRY, ALERTS, ACTIONS, INCIDENTS, SEARCHES, LIFT_TALLIES, TRUCK_CASES ->
                eachToDisk(copies);
        };
    }

    private static Map<String, String> eachToDisk(LogService.Copies copies) {
        return switch (copies) {
            // An entry in the index for each 4 kB would be two more files to be synced for most records; one for each
            // megabyte would have every reader walk over as much to find where it stands.
            case ONE -> Map.of("flush.messages", "1", "index.interval.bytes", "65536");
            case AS_THE_BROKERS_SAY -> Map.of();
        };
    }

    private static Map<String, String> soonToDisk(LogService.Copies copies) {
        return switch (copies) {
            case ONE -> Map.of("flush.ms", "500");
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
