package io.kakou.jobs.room;

import io.kakou.events.Area;
import org.jspecify.annotations.Nullable;

/**
 * How far the registry has been read, and what was there.
 *
 * @param areaKey the area's key, or empty where the record is of another kind or unreadable: it still counts as read
 * @param area null where the area was deleted
 */
public record RegistryEntry(int partition, long offset, String areaKey, @Nullable Area area) {
    static RegistryEntry nothing(int partition, long offset) {
        return new RegistryEntry(partition, offset, "", null);
    }
}
