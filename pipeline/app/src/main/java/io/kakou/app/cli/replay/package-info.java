/**
 * Alerts and spans judged again, and how that compares.
 *
 * <p>Door: {@link io.kakou.app.cli.replay.ReplayCommand}.
 *
 * <p>In: evidence bundles, or stored footage and the log of looks. Out: a line for each look and a verdict, as words or JSON.
 *
 * <p>Do not touch: what judged then judges again, unless another is asked for by name.
 */
@NullMarked
package io.kakou.app.cli.replay;

import org.jspecify.annotations.NullMarked;
