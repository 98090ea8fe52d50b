/**
 * The search job: everybody who passes a camera is held against the children that are searched for, as it happens.
 *
 * <p>Door: {@link io.kakou.jobs.search.SearchJob}.
 *
 * <p>In: topics {@code sightings}, {@code searches}, {@code cameras} and {@code registry}. Out: topic {@code findings}, and
 * what cannot be read or cannot be.
 *
 * <p>Do not touch: uids. Of somebody who is like nobody that is searched for, nothing is kept.
 */
@NullMarked
package io.kakou.jobs.search;

import org.jspecify.annotations.NullMarked;
