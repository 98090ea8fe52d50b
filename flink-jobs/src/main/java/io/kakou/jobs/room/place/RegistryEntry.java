package io.kakou.jobs.room.place;

import io.kakou.events.Area;
import io.kakou.events.ClockProfile;
import org.jspecify.annotations.Nullable;

/**
 * How far the registry has been read, and what was there.
 *
 * @param key the area's or the clock profile's key, or empty where the record is of another kind or unreadable: it still
 *     counts as read
 * @param area null where the key is no area's, or the area was deleted
 * @param clock null where the key is no clock profile's, or the profile was deleted
 */
public record RegistryEntry(int partition, long offset, String key, @Nullable Area area, @Nullable ClockProfile clock) {
    static final String AREA = "area~";
    static final String CLOCK = "clock~";

    /** A record that says nothing of areas or clocks. */
    public static RegistryEntry nothing(int partition, long offset) {
        return new RegistryEntry(partition, offset, "", null, null);
    }
}
