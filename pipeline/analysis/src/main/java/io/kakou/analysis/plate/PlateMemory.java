package io.kakou.analysis.plate;

import io.kakou.analysis.track.Track;
import io.kakou.models.plate.PlateReading;
import io.kakou.models.plate.PlateVotes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was read of the vehicles that a camera follows.
 *
 * @param vehicles by track
 */
public record PlateMemory(List<Vehicle> vehicles) {
    public static final PlateMemory EMPTY = new PlateMemory(List.of());

    public PlateMemory {
        vehicles = List.copyOf(vehicles);
    }

    /** The plate that was told of the vehicle of a track, while its looks say so still; else empty. */
    public Optional<PlateReading> told(long track) {
        return vehicles.stream()
                .filter(vehicle -> vehicle.track().id() == track)
                .findFirst()
                .flatMap(vehicle -> vehicle.votes().reading().filter(reading -> reading.text()
                        .equals(vehicle.told())));
    }

    /**
     * One vehicle.
     *
     * @param track as it was last seen
     * @param looks in which it was looked at for a plate
     * @param told the plate that was told of it, or null
     */
    public record Vehicle(Track track, int looks, PlateVotes votes, @Nullable String told) {
        static Vehicle first(Track track) {
            return new Vehicle(track, 0, PlateVotes.NONE, null);
        }

        Vehicle seen(Track now) {
            return new Vehicle(now, looks, votes, told);
        }

        Vehicle read(List<PlateReading> readings) {
            PlateVotes more = readings.isEmpty() ? votes : votes.and(readings.get(0));
            return new Vehicle(track, looks + 1, more, told);
        }

        Vehicle told(String plate) {
            return new Vehicle(track, looks, votes, plate);
        }
    }
}
