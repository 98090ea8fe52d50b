/**
 * Assembly only: the program that a person starts.
 *
 * <p>Door: {@link io.kakou.app.Kakou}.
 *
 * <p>In: a command line. Out: one of the commands of {@code io.kakou.app.cli}, and its exit code.
 *
 * <p>Do not touch: nothing is decided here; every rule of the house lives in the room it is about.
 */
@NullMarked
package io.kakou.app;

import org.jspecify.annotations.NullMarked;
