package io.kakou.benchmarks.tracks;

import io.kakou.models.Box;

/**
 * Where somebody is in one picture.
 *
 * @param id who: the truth's numbers, or a tracker's own
 */
public record Place(long id, Box box) {}
