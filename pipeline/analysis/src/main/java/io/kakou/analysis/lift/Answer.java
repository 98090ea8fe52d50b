package io.kakou.analysis.lift;

import org.jspecify.annotations.Nullable;

/**
 * What a controller says of itself.
 *
 * @param held whether it holds its door open
 * @param doorClosed whether the door is closed, or null where it does not know
 * @param generation the highest it has been commanded by, 0 where it keeps none
 */
public record Answer(boolean held, @Nullable Boolean doorClosed, long generation) {}
