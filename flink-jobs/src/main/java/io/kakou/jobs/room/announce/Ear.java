package io.kakou.jobs.room.announce;

import org.jspecify.annotations.Nullable;

/**
 * What a seat has heard lately, and when it is to be looked at next.
 *
 * @param wake epoch milliseconds, or null
 */
public record Ear(Sounds heard, @Nullable Long wake) {
    static final Ear NEW = new Ear(Sounds.NONE, null);
}
