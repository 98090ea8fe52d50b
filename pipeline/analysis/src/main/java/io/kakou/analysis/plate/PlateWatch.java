package io.kakou.analysis.plate;

import io.kakou.analysis.look.Look;
import io.kakou.analysis.plate.PlateMemory.Vehicle;
import io.kakou.analysis.track.Subject;
import io.kakou.analysis.track.Track;
import io.kakou.analysis.track.Tracks;
import io.kakou.models.Box;
import io.kakou.models.Picture;
import io.kakou.models.plate.PlateReading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows vehicles' plates: each look that is sharp enough is read, the looks vote, and a plate is told once it is sure, told
 * again when the looks change their mind, and told as unknown when the vehicle has left without one.
 */
public final class PlateWatch {
    /** So many readings must agree before a vehicle is let alone. */
    private static final int SETTLED_READINGS = 3;
    /** Boxes that share so much are of one vehicle. */
    private static final double ONE_VEHICLE = 0.6;

    private final VehicleReader reader;
    private final PlateWatchSettings settings;

    public PlateWatch(VehicleReader reader, PlateWatchSettings settings) {
        this.reader = reader;
        this.settings = settings;
    }

    /** The watch's answer to one look: what to remember, and what is told. */
    public record Answer(PlateMemory memory, List<PlateSighting> sightings) {}

    /**
     * One look.
     *
     * @param tracks after the look
     */
    public Answer step(PlateMemory before, Tracks tracks, Look look) {
        List<PlateSighting> told = new ArrayList<>();
        List<Vehicle> followed = followed(before, tracks);
        left(before, tracks)
                .filter(vehicle -> vehicle.told() == null && vehicle.looks() > 0)
                .forEach(vehicle -> told.add(sighting(vehicle, look, null)));
        List<Vehicle> next = new ArrayList<>();
        List<Long> due = look.sharp() == null ? List.of() : due(followed, tracks, look.sharp());
        for (Vehicle vehicle : followed) {
            boolean reads = due.contains(vehicle.track().id());
            next.add(reads ? tell(read(vehicle, look.sharp()), look, told) : vehicle);
        }
        return new Answer(new PlateMemory(next), told);
    }

    private static List<Vehicle> followed(PlateMemory before, Tracks tracks) {
        Map<Long, Vehicle> known = before.vehicles().stream()
                .collect(Collectors.toMap(vehicle -> vehicle.track().id(), Function.identity()));
        return tracks.tracks().stream()
                .filter(track -> track.subject() == Subject.VEHICLE)
                .map(track -> Optional.ofNullable(known.get(track.id()))
                        .orElseGet(() -> Vehicle.first(track))
                        .seen(track))
                .toList();
    }

    private static Stream<Vehicle> left(PlateMemory before, Tracks tracks) {
        List<Long> there = tracks.tracks().stream().map(Track::id).toList();
        return before.vehicles().stream()
                .filter(vehicle -> !there.contains(vehicle.track().id()));
    }

    /** The widest of those that are worth a look. */
    private List<Long> due(List<Vehicle> followed, Tracks tracks, Picture picture) {
        List<Vehicle> due = new ArrayList<>();
        followed.stream()
                .filter(vehicle -> vehicle.track().seenAt(tracks.seconds()))
                .filter(vehicle -> vehicle.track().box().width() * picture.width() >= settings.leastVehiclePixels())
                .sorted(Comparator.comparingDouble(
                                (Vehicle vehicle) -> vehicle.track().box().width())
                        .reversed()
                        .thenComparing(vehicle -> vehicle.track().id()))
                .filter(vehicle -> due.stream().noneMatch(other -> areOne(other, vehicle)))
                .forEach(due::add);
        return due.stream()
                .filter(vehicle -> vehicle.looks() < settings.mostReadings() && !settled(vehicle))
                .limit(settings.vehiclesALook())
                .map(vehicle -> vehicle.track().id())
                .toList();
    }

    /** A truck that the detector also takes for a car is read once. */
    private static boolean areOne(Vehicle one, Vehicle other) {
        return one.track().box().iou(other.track().box()) >= ONE_VEHICLE;
    }

    private boolean settled(Vehicle vehicle) {
        return vehicle.votes().readings().size() >= SETTLED_READINGS
                && vehicle.votes().reading().orElseThrow().confidence() >= settings.settledConfidence();
    }

    private Vehicle read(Vehicle vehicle, @Nullable Picture picture) {
        return picture == null
                ? vehicle
                : vehicle.read(reader.read(picture, lower(vehicle.track().box())));
    }

    /** Where its plate hangs; boxes end a little early. */
    private Box lower(Box vehicle) {
        double height = vehicle.height();
        return Box.clipped(
                vehicle.left(),
                vehicle.bottom() - settings.lowerShare() * height,
                vehicle.right(),
                vehicle.bottom() + 0.05 * height);
    }

    private Vehicle tell(Vehicle vehicle, Look look, List<PlateSighting> told) {
        String plate = vehicle.votes()
                .reading()
                .filter(settings.told()::tells)
                .map(PlateReading::text)
                .orElse(null);
        if (plate == null || plate.equals(vehicle.told())) {
            return vehicle;
        }
        told.add(sighting(vehicle, look, plate));
        return vehicle.told(plate);
    }

    private static PlateSighting sighting(Vehicle vehicle, Look look, @Nullable String plate) {
        Track track = vehicle.track();
        return new PlateSighting(
                track.id(),
                track.label(),
                track.box(),
                track.lastSeconds(),
                look.at().minusNanos(Math.round((look.seconds() - track.lastSeconds()) * 1e9)),
                vehicle.looks(),
                vehicle.votes().reading().orElse(null),
                plate);
    }
}
