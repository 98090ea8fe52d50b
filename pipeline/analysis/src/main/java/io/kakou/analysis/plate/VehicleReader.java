package io.kakou.analysis.plate;

import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.plate.PlateReading;
import java.util.List;

/** Reads the plates on one vehicle of a picture, surest first. A pure function of both. */
@FunctionalInterface
public interface VehicleReader {
    /** Reads none: the camera is not there for plates. */
    VehicleReader NONE = (picture, vehicle) -> List.of();

    List<PlateReading> read(Picture picture, Box vehicle);
}
