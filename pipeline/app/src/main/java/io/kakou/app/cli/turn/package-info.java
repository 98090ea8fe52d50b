/**
 * Commands that have cameras of a running system looked at with another model, and as before.
 *
 * <p>Door: {@link io.kakou.app.cli.turn.ModelsUseCommand}, {@link io.kakou.app.cli.turn.ModelsBackCommand}, {@link
 * io.kakou.app.cli.turn.ModelsListCommand}.
 *
 * <p>In: a model's hash, cameras, a reason. Out: what the console says is in use, and where that is in force.
 *
 * <p>Do not touch: what is refused is the console's to say; nothing is checked twice in two words.
 */
@NullMarked
package io.kakou.app.cli.turn;

import org.jspecify.annotations.NullMarked;
