package io.kakou.analysis.watch;

import io.kakou.analysis.gate.Change;
import io.kakou.analysis.gate.GreyPicture;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says of a frame.
 *
 * @param grey the frame, small
 * @param change against the reference; null where the picture cannot be judged
 */
public record Glance(GreyPicture grey, @Nullable Change change) {}
