/**
 * The way of a child over a street's cameras, hop by hop: which sighting may be the next, and why. Pure: no log, no table.
 *
 * <p>Door: {@link io.kakou.events.search.Ranking} for the next hop, {@link io.kakou.events.search.Routes} for the whole way.
 *
 * <p>In: a {@link io.kakou.events.Search}, where cameras stand, how long people took between them, and sightings. Out:
 * candidates, best first, with what speaks for each.
 *
 * <p>Do not touch: a score is a natural logarithm of how much likelier somebody is the child than anybody; parts of it are
 * added, never weighted by eye. Nobody is recognised: there is no face here and no template.
 */
@NullMarked
package io.kakou.events.search;

import org.jspecify.annotations.NullMarked;
