package io.kakou.events;

import org.jspecify.annotations.Nullable;

/**
 * Which model looks at a camera.
 *
 * @param model identity of what looked at its newest picture, {@code name@hash}; null before the first
 * @param use id of the {@link ModelUse} by which the next look is; null: the model that the worker started with
 * @param trouble why the newest use that is meant for it is not in force, one line; null where it is
 */
public record JudgedBy(@Nullable String model, @Nullable String use, @Nullable String trouble) {}
