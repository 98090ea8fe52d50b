/**
 * What only a demonstration has: staged cameras, and people's own films in place of cameras.
 *
 * <p>Door: {@link io.kakou.console.trial.Trial}.
 *
 * <p>In: a film as it came from a browser. Out: the address of a camera that shows it, or why it cannot.
 *
 * <p>Do not touch: a running street has none of it; whoever assembles the console leaves it away there.
 */
@NullMarked
package io.kakou.console.trial;

import org.jspecify.annotations.NullMarked;
