/**
 * Commands that ask the console: where it is, and who asks.
 *
 * <p>Door: {@link io.kakou.app.cli.account.ConsoleAccount}.
 *
 * <p>In: options of a command line, and a password that is on none. Out: what the console answers.
 *
 * <p>Do not touch: the password is read from the environment or typed, never from a command line.
 */
@NullMarked
package io.kakou.app.cli.account;

import org.jspecify.annotations.NullMarked;
