/**
 * Who walks how and with whom: tracks of people with their sizes, their bearing and their company.
 *
 * <p>Door: {@link io.kakou.analysis.walk.Walkers}.
 *
 * <p>In: the tracks of one look and what was known of walkers before. Out: {@link io.kakou.analysis.walk.Walker}s.
 *
 * <p>Do not touch: everything is a value of bounded size; people are boxes here, nobody is recognised.
 */
@NullMarked
package io.kakou.analysis.walk;

import org.jspecify.annotations.NullMarked;
