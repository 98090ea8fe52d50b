/**
 * {@code kakou lifts}: the lifts whose doors are held, and the test that each controller has to pass first.
 *
 * <p>Door: {@link io.kakou.app.cli.lifts.LiftsCommand}.
 *
 * <p>In: a file of lifts, the name of one to be tested. Out: the console's report, what a controller did, an exit code.
 *
 * <p>Do not touch: a controller is commanded from here by its test alone, with somebody beside the lift.
 */
@NullMarked
package io.kakou.app.cli.lifts;

import org.jspecify.annotations.NullMarked;
