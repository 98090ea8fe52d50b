/**
 * Processes that are kept running, each alone.
 *
 * <p>Door: {@link io.kakou.app.process.Supervisor}; within a child, {@link io.kakou.app.process.ParentPipe}.
 *
 * <p>In: command lines. Out: processes that come back when they die, and what they say about themselves.
 *
 * <p>Do not touch: a child ends when the pipe from its parent closes, so that no kill of the parent leaves one behind.
 */
@NullMarked
package io.kakou.app.process;

import org.jspecify.annotations.NullMarked;
