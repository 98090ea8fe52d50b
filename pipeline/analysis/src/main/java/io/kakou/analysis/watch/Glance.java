package io.kakou.analysis.watch;

import io.kakou.analysis.gate.Change;
import io.kakou.analysis.gate.Clarity;
import io.kakou.analysis.gate.GreyPicture;
import io.kakou.analysis.gate.PictureCheck;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says of a frame.
 *
 * @param grey the frame, small
 * @param check whether the picture can be judged, and why not
 * @param clarity of the camera after it
 * @param change against the reference; null where the picture cannot be judged
 */
public record Glance(GreyPicture grey, PictureCheck check, Clarity clarity, @Nullable Change change) {}
