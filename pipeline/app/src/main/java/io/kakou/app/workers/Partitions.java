package io.kakou.app.workers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;

/** Where a camera lies on the topics {@code cameras} and {@code memory}: in both in the partition of the same number. */
public final class Partitions {
    /** For ever: with another number every camera would lie elsewhere. */
    public static final int COUNT = 64;

    private Partitions() {}

    /** As every producer of Kafka's own places a key (murmur2), so that the console's records lie there too. */
    public static int of(String camera) {
        return Utils.toPositive(Utils.murmur2(camera.getBytes(UTF_8))) % COUNT;
    }

    static Set<Integer> all() {
        return IntStream.range(0, COUNT).boxed().collect(Collectors.toSet());
    }
}
