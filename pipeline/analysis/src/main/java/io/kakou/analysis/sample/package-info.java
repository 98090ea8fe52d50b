/**
 * A sample for learning: a few looks a camera a day, chosen by a hash and not by what they showed or how busy it was, and
 * a few that a rule was near to deciding otherwise on; the picture clean, what was found beside it.
 *
 * <p>Door: {@link io.kakou.analysis.sample.SampleDesk} takes, {@link io.kakou.analysis.sample.StoredSamples} gives.
 *
 * <p>In: every look. Out: {@code samples/<camera>/<day>/…} in the store, within a quota.
 *
 * <p>Do not touch: nothing is kept of a camera of which nothing may be recorded; nothing is drawn on a picture.
 */
@NullMarked
package io.kakou.analysis.sample;

import org.jspecify.annotations.NullMarked;
