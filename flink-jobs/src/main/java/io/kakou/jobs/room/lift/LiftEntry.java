package io.kakou.jobs.room.lift;

import io.kakou.events.Lift;
import org.jspecify.annotations.Nullable;

/**
 * How far the registry has been read, and the lift that was there.
 *
 * @param key empty where the record is of no lift, or unreadable: it still counts as read
 * @param lift null where it was removed
 */
public record LiftEntry(int partition, long offset, String key, @Nullable Lift lift) {}
