package io.kakou.jobs.room.place;

import io.kakou.events.Area;
import io.kakou.events.ClockProfile;
import io.kakou.events.Duty;
import io.kakou.events.Road;
import io.kakou.events.SecondOwner;
import io.kakou.events.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * How far the registry has been read, and what was there: the one record that the key is of, or none where it was
 * deleted.
 *
 * @param key empty where the record is of a kind not needed here or unreadable: it still counts as read
 */
public record RegistryEntry(
        int partition,
        long offset,
        String key,
        @Nullable Area area,
        @Nullable ClockProfile clock,
        @Nullable Road road,
        @Nullable WorkCalendar calendar,
        @Nullable Duty duty,
        @Nullable SecondOwner second) {
    /** A record that says nothing of who answers. */
    public static RegistryEntry nothing(int partition, long offset) {
        return deleted(partition, offset, "");
    }

    /** What the key named is no more. */
    public static RegistryEntry deleted(int partition, long offset, String key) {
        return new RegistryEntry(partition, offset, key, null, null, null, null, null, null);
    }

    RegistryEntry with(Area value) {
        return new RegistryEntry(partition, offset, value.key(), value, null, null, null, null, null);
    }

    RegistryEntry with(ClockProfile value) {
        return new RegistryEntry(partition, offset, value.key(), null, value, null, null, null, null);
    }

    RegistryEntry with(Road value) {
        return new RegistryEntry(partition, offset, value.key(), null, null, value, null, null, null);
    }

    RegistryEntry with(WorkCalendar value) {
        return new RegistryEntry(partition, offset, value.key(), null, null, null, value, null, null);
    }

    RegistryEntry with(Duty value) {
        return new RegistryEntry(partition, offset, value.key(), null, null, null, null, value, null);
    }

    RegistryEntry with(SecondOwner value) {
        return new RegistryEntry(partition, offset, value.key(), null, null, null, null, null, value);
    }
}
