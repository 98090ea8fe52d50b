/**
 * Commands that switch rules off and on: the brake.
 *
 * <p>Door: {@link io.kakou.app.cli.rule.RuleCommand}.
 *
 * <p>In: a kind, cameras, a reason, an end. Out: what the console says is off, and where that is in force.
 *
 * <p>Do not touch: what is refused is the console's to say; nothing is checked twice in two words.
 */
@NullMarked
package io.kakou.app.cli.rule;

import org.jspecify.annotations.NullMarked;
