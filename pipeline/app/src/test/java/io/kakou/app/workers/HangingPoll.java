package io.kakou.app.workers;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Holds up the thread that polls at the next record of the topic of cameras, for as long as the test wants. */
public final class HangingPoll implements ConsumerInterceptor<byte[], byte[]> {
    static volatile @Nullable CountDownLatch until;
    static volatile CountDownLatch hangs = new CountDownLatch(1);

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        CountDownLatch latch = until;
        boolean cameras =
                records.partitions().stream().anyMatch(part -> part.topic().equals("cameras"));
        if (latch != null && cameras) {
            hangs.countDown();
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return records;
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}
}
