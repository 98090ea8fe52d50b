/**
 * Number plates: from a vehicle's picture to what its plate says, and from many looks to one answer.
 *
 * <p>Door: {@link io.kakou.models.plate.PlateReader}.
 *
 * <p>In: a picture of a vehicle. Out: {@link io.kakou.models.plate.PlateReading}; over a track
 * {@link io.kakou.models.plate.PlateVotes}.
 *
 * <p>Do not touch: what the grammar of GA 36 does not allow is never told; a plate that is not sure is unknown.
 */
@NullMarked
package io.kakou.models.plate;

import org.jspecify.annotations.NullMarked;
