package io.kakou.console.views;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the chain was found.
 *
 * @param rows how many it has
 * @param brokenAt number of the first row that is not as it was written, or follows a gap; null where it is whole
 * @param fullAt when every row was last read; those added since were read as they came
 */
public record Chain(long rows, @Nullable Long brokenAt, Instant fullAt) {}
