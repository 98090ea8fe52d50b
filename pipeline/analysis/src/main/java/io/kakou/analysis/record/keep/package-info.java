/**
 * How long footage stays: between a floor and a ceiling, within a quota, and longer where the law holds it.
 *
 * <p>Door: {@link io.kakou.analysis.record.keep.Keeper}.
 *
 * <p>In: the index, holds, the time. Out: objects taken away, the oldest first, and what is left to fill.
 *
 * <p>Do not touch: where holds cannot be read nothing is taken away.
 */
@NullMarked
package io.kakou.analysis.record.keep;

import org.jspecify.annotations.NullMarked;
