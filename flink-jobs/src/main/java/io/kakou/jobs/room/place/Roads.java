package io.kakou.jobs.room.place;

import static java.util.Comparator.comparing;

import io.kakou.events.EventKind;
import io.kakou.events.Road;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where each camera stands along its road. One that two roads name stands on the one with the smaller id. */
final class Roads {
    private final Map<String, Spot> byCamera = new HashMap<>();

    /**
     * A camera's place along a road.
     *
     * @param beside the camera before it and the one after it
     */
    record Spot(String road, List<String> beside) {
        Spot {
            beside = List.copyOf(beside);
        }
    }

    private Roads() {}

    static Roads of(Collection<Road> roads) {
        Roads all = new Roads();
        roads.stream().sorted(comparing(Road::id)).forEach(all::add);
        return all;
    }

    private void add(Road road) {
        List<String> cameras = road.cameras();
        for (int i = 0; i < cameras.size(); i++) {
            List<String> beside = new ArrayList<>();
            if (i > 0) {
                beside.add(cameras.get(i - 1));
            }
            if (i + 1 < cameras.size()) {
                beside.add(cameras.get(i + 1));
            }
            byCamera.putIfAbsent(cameras.get(i), new Spot(road.id(), beside));
        }
    }

    /** Empty where the camera is on no road, or the kind is not one that spreads along one. */
    Optional<Spot> spot(String camera, EventKind kind) {
        boolean spreads =
                switch (kind) {
                    case WATERLOGGING -> true;
                    case LOST_CHILD, EBIKE_IN_LIFT, MUCK_TRUCK, DUMPING, UNKNOWN -> false;
                };
        return spreads ? Optional.ofNullable(byCamera.get(camera)) : Optional.empty();
    }
}
