package io.kakou.analysis.street;

import io.kakou.analysis.look.Plan;
import org.jspecify.annotations.Nullable;

/**
 * How one camera is watched.
 *
 * @param plan what it is given
 * @param staleSeconds since the newest picture that the gate judged was received; null before the first
 * @param following whether every picture is decoded at the moment
 * @param hintsUseful whether the sizes of its pictures are listened to
 */
public record Attention(Plan plan, @Nullable Double staleSeconds, boolean following, boolean hintsUseful) {}
