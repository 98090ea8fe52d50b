/**
 * What an analysis process does for a search: its cameras are looked at before others, and what is kept of them is looked at
 * again, the nearest first.
 *
 * <p>Door: {@link io.kakou.app.search.ActiveSearches}, {@link io.kakou.app.search.SecondLooks},
 * {@link io.kakou.app.search.PersonPictures}.
 *
 * <p>In: the topic {@code searches}. Out: sightings of stored footage, how far it was looked at, and pictures cut from it.
 *
 * <p>Do not touch: a search that is over raises nothing and looks at nothing, also while the log is away.
 */
@NullMarked
package io.kakou.app.search;

import org.jspecify.annotations.NullMarked;
