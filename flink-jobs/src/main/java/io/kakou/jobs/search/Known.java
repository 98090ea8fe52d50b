package io.kakou.jobs.search;

import io.kakou.events.Point;
import io.kakou.events.Road;
import io.kakou.events.Search;
import io.kakou.events.TravelTime;
import org.jspecify.annotations.Nullable;

/**
 * What is known now of searches, cameras, roads and travel times: one of them, or none where the key is no more.
 *
 * @param topic that it is from
 * @param key on that topic
 * @param place of a camera that has one and is no lift
 */
public record Known(
        String topic,
        int partition,
        long offset,
        String key,
        @Nullable Search search,
        boolean isCamera,
        @Nullable Point place,
        @Nullable Road road,
        @Nullable TravelTime travel) {}
