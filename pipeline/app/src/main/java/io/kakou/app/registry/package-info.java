/**
 * What an analysis process takes from the topic {@code registry}: the rules that people have switched off.
 *
 * <p>Door: {@link io.kakou.app.registry.Brakes}.
 *
 * <p>In: the registry as it stands on the log. Out: what is switched off at a camera now.
 *
 * <p>Do not touch: with the log away what was known last holds on, and a brake ends by itself all the same.
 */
@NullMarked
package io.kakou.app.registry;

import org.jspecify.annotations.NullMarked;
