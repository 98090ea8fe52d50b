package io.kakou.app.embedded;

import io.kakou.events.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/** How each topic is laid out. A topic's partitions are never changed: a key would move and its order be lost. */
final class TopicPlan {
    /**
     * With one copy, acknowledged must mean on disk: a power cut is more than a kill. A row leaves the outbox, and an alert
     * the spool, on this word alone. Health can be told again.
     */
    private static final String EACH_TO_DISK = "flush.messages";

    private static final short ONE_COPY = 1;
    private static final String DAYS_30 = String.valueOf(Duration.ofDays(30).toMillis());
    private static final String DAYS_400 = String.valueOf(Duration.ofDays(400).toMillis());

    private TopicPlan() {}

    static Stream<NewTopic> all() {
        return Stream.of(Topic.values()).flatMap(topic -> Stream.of(live(topic), dead(topic)));
    }

    private static NewTopic live(Topic topic) {
        Map<String, String> keeping =
                switch (topic) {
                    case CAMERAS, REGISTRY, INCIDENTS -> Map.of("cleanup.policy", "compact", EACH_TO_DISK, "1");
                    case HEALTH -> Map.of("cleanup.policy", "compact");
                    case ALERTS -> Map.of("retention.ms", DAYS_30, EACH_TO_DISK, "1");
                    case ACTIONS -> Map.of("retention.ms", DAYS_400, EACH_TO_DISK, "1");
                };
        return topic(topic.topicName(), partitions(topic)).configs(keeping);
    }

    private static NewTopic dead(Topic topic) {
        return topic(topic.deadTopicName(), 1).configs(Map.of("retention.ms", DAYS_30, EACH_TO_DISK, "1"));
    }

    private static int partitions(Topic topic) {
        return switch (topic) {
            case CAMERAS -> 64;
            case REGISTRY -> 1;
            case ALERTS, ACTIONS, INCIDENTS, HEALTH -> 4;
        };
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.of(ONE_COPY));
    }
}
