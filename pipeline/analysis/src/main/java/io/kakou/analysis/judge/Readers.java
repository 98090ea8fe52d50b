package io.kakou.analysis.judge;

import io.kakou.analysis.face.FaceReader;
import io.kakou.analysis.plate.VehicleReader;

/**
 * What a judge reads in the picture at the camera's own size, beside what its detector sees.
 *
 * @param plates of vehicles
 * @param faces of people, for their age
 */
public record Readers(VehicleReader plates, FaceReader faces) {
    /** Reads nothing. */
    public static final Readers NONE = new Readers(VehicleReader.NONE, FaceReader.NONE);
}
