/**
 * A running console, spoken to as its page does.
 *
 * <p>Door: {@link io.kakou.app.remote.ConsoleClient}.
 *
 * <p>In: an address, an account, a file. Out: what the console answered.
 *
 * <p>Do not touch: what the page may not do, this may not either; a password is never on a command line.
 */
@NullMarked
package io.kakou.app.remote;

import org.jspecify.annotations.NullMarked;
