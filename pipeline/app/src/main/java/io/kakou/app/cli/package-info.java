/**
 * The commands, one class each, and how their words are read.
 *
 * <p>Door: {@link io.kakou.app.cli.KakouCommand}.
 *
 * <p>In: a command line. Out: lines on standard output for programs, on standard error for people, an exit code: 0 done,
 * 1 something could not be read or reached, 2 the command line is wrong.
 *
 * <p>Do not touch: standard output carries results alone, the same bytes for the same input.
 */
@NullMarked
package io.kakou.app.cli;

import org.jspecify.annotations.NullMarked;
