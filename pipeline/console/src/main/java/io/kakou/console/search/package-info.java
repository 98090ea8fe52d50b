/**
 * Searches for children: who passed which camera, who may be the child, and the way so far.
 *
 * <p>Door: {@link io.kakou.console.search.Searches}, {@link io.kakou.console.search.Finder}.
 *
 * <p>In: topics {@code sightings} and {@code findings}, what people say. Out: searches on the log, candidates.
 *
 * <p>Do not touch: a search that is over leaves nothing: no row, no finding, no picture, and a tombstone on its topic. Nobody
 * is recognised here.
 */
@NullMarked
package io.kakou.console.search;

import org.jspecify.annotations.NullMarked;
