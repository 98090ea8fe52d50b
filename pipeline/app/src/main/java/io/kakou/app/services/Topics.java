package io.kakou.app.services;

import static java.util.Objects.requireNonNull;

import io.kakou.app.services.ServiceTrouble.Code;
import io.kakou.events.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics on one log. Those that others made are looked at before anything is written to them. */
record Topics(Admin admin, LogService log, double seconds) {
    void prepare(LogService.Copies copies)
            throws ServiceTrouble, ExecutionException, InterruptedException, TimeoutException {
        Set<String> there = get(admin.listTopics().names());
        List<NewTopic> missing = TopicPlan.all(copies)
                .filter(topic -> !there.contains(topic.name()))
                .toList();
        List<Topic> found = Stream.of(Topic.values())
                .filter(topic -> there.contains(topic.topicName()))
                .toList();
        checkPartitions(found);
        checkCleanup(found);
        for (KafkaFuture<Void> made : admin.createTopics(missing).values().values()) {
            awaitMade(made);
        }
    }

    private void checkPartitions(List<Topic> found)
            throws ServiceTrouble, ExecutionException, InterruptedException, TimeoutException {
        Map<String, TopicDescription> described =
                get(admin.describeTopics(found.stream().map(Topic::topicName).toList())
                        .allTopicNames());
        for (Topic topic : found) {
            int partitions = requireNonNull(described.get(topic.topicName()))
                    .partitions()
                    .size();
            int planned = TopicPlan.partitions(topic, LogService.Copies.ONE);
            if (partitions != planned && !TopicPlan.mayDiffer(topic)) {
                throw unfit(topic, "has " + partitions + " partitions", String.valueOf(planned));
            }
        }
    }

    private void checkCleanup(List<Topic> found)
            throws ServiceTrouble, ExecutionException, InterruptedException, TimeoutException {
        Map<ConfigResource, Config> configs =
                get(admin.describeConfigs(found.stream().map(Topics::resource).toList())
                        .all());
        for (Topic topic : found) {
            String policy = policy(requireNonNull(configs.get(resource(topic))));
            String allowed = TopicPlan.isCompacted(topic) ? "compact" : "delete";
            if (!policy.equals(allowed)) {
                throw unfit(topic, "has cleanup.policy " + policy, allowed);
            }
        }
    }

    private static String policy(Config config) {
        return config.get("cleanup.policy").value();
    }

    private static ConfigResource resource(Topic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName());
    }

    private void awaitMade(KafkaFuture<Void> made) throws ExecutionException, InterruptedException, TimeoutException {
        try {
            get(made);
        } catch (ExecutionException e) {
            // Another process of ours was faster.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private ServiceTrouble unfit(Topic topic, String what, String allowed) {
        return new ServiceTrouble(
                Code.UNFIT, "topic " + topic.topicName() + " of " + log + ' ' + what + "; allowed: " + allowed);
    }

    private <T> T get(KafkaFuture<T> future) throws ExecutionException, InterruptedException, TimeoutException {
        return future.get((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
    }
}
