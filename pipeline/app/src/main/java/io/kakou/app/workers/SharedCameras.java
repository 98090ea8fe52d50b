package io.kakou.app.workers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kakou.events.Camera;
import io.kakou.events.Topic;
import io.kakou.events.json.Json;
import io.kakou.events.json.UnreadableRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This worker's share of the cameras, as the consumer group over the topic {@code cameras} gives it out. A partition that
 * comes is read from its beginning to its end, then claimed with what its cameras have taught, then watched; one that goes is
 * given away when its cameras are closed. A worker that has not polled for {@link Pulse#LIMIT_SECONDS} s closes all of them,
 * and opens none before the group has taken it in anew.
 *
 * <p>A worker that the log cannot be reached from goes on watching: a lift door must be held with Kafka down. What it tells
 * afterwards is of an older generation than that of whoever took over, and readers keep the highest.
 */
public final class SharedCameras implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedCameras.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final long RETRY_SECONDS = 2;
    /** Polling must go on within {@link Pulse#LIMIT_SECONDS}. */
    private static final double GIVE_SECONDS = 5;

    private static final String GROUP = "kakou-analysis";

    private final Map<String, Object> clients;
    private final String worker;
    private final Takeover takeover;
    private final Consumer<Throwable> broken;
    private final Pulse pulse;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "cameras");
    private final Thread watchdog = new Thread(this::watch, "cameras-watchdog");
    /** Until the group has answered, nobody knows whether this worker is in it still. */
    private boolean unproven;

    /** Since then: an answer from before says nothing. */
    private boolean asked;

    /** By the watchdog, whatever the thread that polls makes of it. */
    private volatile boolean takenAway;

    private @Nullable KafkaConsumer<byte[], byte[]> consumer;

    /**
     * A share that is not asked for yet.
     *
     * @param clients how to reach the log
     * @param self its name, which no other worker has
     * @param broken hears where another worker has the name
     */
    public SharedCameras(
            Map<String, Object> clients, MemoryTopic.Self self, Takeover takeover, Consumer<Throwable> broken) {
        this.clients = Map.copyOf(clients);
        this.worker = self.worker();
        this.takeover = takeover;
        this.pulse = takeover.pulse();
        this.broken = broken;
        this.thread.setDaemon(true);
        this.watchdog.setDaemon(true);
    }

    public void start() {
        takeover.start();
        pulse.restart();
        thread.start();
        watchdog.start();
    }

    @Override
    public void close() {
        synchronized (this) {
            closing.countDown();
            if (consumer != null) {
                consumer.wakeup();
            }
        }
        try {
            thread.join();
            watchdog.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        takeover.close();
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                pulse.restart();
                read();
                boolean unused = closing.await(RETRY_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            LOG.debug("the reader of cameras was told to stop");
        }
    }

    /** Closes the sessions of a worker whose polling hangs. */
    private void watch() {
        try {
            while (!closing.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                if (pulse.missed()) {
                    takenAway = true;
                    takeover.lose();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("the watchdog was told to stop");
        }
    }

    private void read() {
        KafkaConsumer<byte[], byte[]> reading = null;
        try {
            unproven = false;
            asked = false;
            takenAway = false;
            reading = opened();
            reading.subscribe(List.of(Topic.CAMERAS.topicName()), new Share(reading));
            while (closing.getCount() > 0) {
                turn(reading);
            }
        } catch (WakeupException e) {
            LOG.debug("the reader of cameras was woken to stop");
        } catch (FencedInstanceIdException e) {
            broken.accept(new IllegalStateException(
                    "another worker is called " + worker + "; allowed: a name that no other worker has", e));
        } catch (KafkaException e) {
            LOG.warn("cameras cannot be read and are tried again: {}", e.getMessage());
        } finally {
            end(reading);
        }
    }

    private void turn(KafkaConsumer<byte[], byte[]> reading) {
        var records = reading.poll(POLL);
        if (stoodStill()) {
            return;
        }
        for (ConsumerRecord<byte[], byte[]> record : records) {
            learn(record);
        }
        takeover.reached(part -> reading.position(partition(part), ANSWER));
        if (takenAway) {
            doubt();
        }
        if (unproven && !asked && !stoodStill()) {
            asked = true;
            reading.enforceRebalance("it stood still and asks whether it is in the group");
        }
    }

    /** Counts a round; after one that took too long, what it owned is another's by now, for all it knows. */
    private boolean stoodStill() {
        if (pulse.beat()) {
            return false;
        }
        LOG.warn("{} stood still for more than {} s and gives up its cameras", worker, Pulse.LIMIT_SECONDS);
        takeover.lose();
        doubt();
        pulse.restart();
        return true;
    }

    private void doubt() {
        unproven = true;
        asked = false;
        takenAway = false;
    }

    private void learn(ConsumerRecord<byte[], byte[]> record) {
        String id = new String(record.key(), UTF_8);
        try {
            byte[] value = record.value();
            takeover.learn(record.partition(), id, value == null ? null : Json.read(Camera.class, value));
        } catch (UnreadableRecord e) {
            LOG.error("camera {} stays as it was: {}", id, e.getMessage());
        }
    }

    /** A worker that ends gives its share away at once; one that cannot read is waited for as long as a restarted one. */
    private void end(@Nullable KafkaConsumer<byte[], byte[]> reading) {
        synchronized (this) {
            consumer = null;
        }
        boolean ends = closing.getCount() == 0;
        if (ends) {
            takeover.giveAll(GIVE_SECONDS);
        } else {
            takeover.lose();
        }
        if (reading != null) {
            reading.close(CloseOptions.timeout(Duration.ofSeconds(2))
                    .withGroupMembershipOperation(
                            ends ? GroupMembershipOperation.LEAVE_GROUP : GroupMembershipOperation.REMAIN_IN_GROUP));
        }
    }

    private synchronized KafkaConsumer<byte[], byte[]> opened() {
        if (closing.getCount() == 0) {
            throw new WakeupException();
        }
        Map<String, Object> settings = new HashMap<>(clients);
        settings.put("client.id", "analysis-cameras");
        settings.put("group.id", GROUP);
        settings.put("group.protocol", "classic");
        settings.put("group.instance.id", worker);
        settings.put("partition.assignment.strategy", CooperativeStickyAssignor.class.getName());
        settings.put("session.timeout.ms", 10_000);
        settings.put("heartbeat.interval.ms", 2_000);
        settings.put("max.poll.interval.ms", 15_000);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("reconnect.backoff.max.ms", 1_000);
        consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return consumer;
    }

    private static TopicPartition partition(int part) {
        return new TopicPartition(Topic.CAMERAS.topicName(), part);
    }

    private static Set<Integer> numbers(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::partition).collect(Collectors.toSet());
    }

    /** Hears what the group gives and takes; within polling, on its thread. */
    private final class Share implements ConsumerRebalanceListener {
        private final KafkaConsumer<byte[], byte[]> reading;

        Share(KafkaConsumer<byte[], byte[]> reading) {
            this.reading = reading;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> fresh) {
            if (stoodStill() || (unproven && !asked)) {
                return;
            }
            Set<TopicPartition> begun = unproven ? reading.assignment() : Set.copyOf(fresh);
            unproven = false;
            asked = false;
            Map<Integer, Long> ends = new HashMap<>();
            reading.endOffsets(begun, ANSWER).forEach((part, end) -> ends.put(part.partition(), end));
            reading.seekToBeginning(begun);
            if (!ends.isEmpty() && !stoodStill()) {
                LOG.info("{} is given {} partitions", worker, ends.size());
                takeover.begin(ends);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> gone) {
            if (!stoodStill()) {
                LOG.info("{} gives {} partitions away", worker, gone.size());
                takeover.give(numbers(gone), GIVE_SECONDS);
                boolean unused = stoodStill();
            }
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> gone) {
            LOG.warn("{} has lost {} partitions", worker, gone.size());
            takeover.lose();
        }
    }
}
