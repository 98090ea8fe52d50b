/**
 * What an analysis process takes from the topic {@code registry}: the rules that people have switched off, and the
 * lifts whose doors it may hold.
 *
 * <p>Door: {@link io.kakou.app.registry.Brakes}, {@link io.kakou.app.registry.KnownLifts}.
 *
 * <p>In: the registry as it stands on the log. Out: what is switched off at a camera now, lifts.
 *
 * <p>Do not touch: with the log away what was known last holds on, and a brake ends by itself all the same.
 */
@NullMarked
package io.kakou.app.registry;

import org.jspecify.annotations.NullMarked;
