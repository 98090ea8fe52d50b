package io.kakou.jobs.room.announce;

import io.kakou.events.AlarmBudget;
import io.kakou.events.Mute;
import org.jspecify.annotations.Nullable;

/**
 * A budget or a mute of the registry.
 *
 * @param key its key there
 * @param budget null where the key is no budget's, or the budget was deleted
 * @param mute null where the key is no mute's, or the mute was deleted
 */
public record SeatRule(String key, @Nullable AlarmBudget budget, @Nullable Mute mute) {}
