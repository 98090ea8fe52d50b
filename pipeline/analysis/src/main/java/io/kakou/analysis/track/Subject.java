package io.kakou.analysis.track;

import java.util.Map;

/**
 * What a track is about. A model may call one e-bike a bicycle in one look and a motorcycle in the next; they are one
 * subject, so the track goes on.
 */
public enum Subject {
    PERSON,
    /** E-bike, electric scooter, moped, motorcycle, as a model trained to tell them says. */
    EBIKE,
    /**
     * Bicycle, e-bike, moped, motorcycle: not told apart by the stock detector. What a model that tells them is sure to be a
     * plain bicycle is another thing.
     */
    TWO_WHEELER,
    VEHICLE,
    OTHER;

    private static final Map<String, Subject> BY_LABEL = Map.of(
            "person", PERSON,
            "e-bike", EBIKE,
            "bicycle", TWO_WHEELER,
            "motorcycle", TWO_WHEELER,
            "car", VEHICLE,
            "bus", VEHICLE,
            "truck", VEHICLE,
            "muck-truck", VEHICLE);

    /** The subject of a model's word: COCO's, and {@code e-bike}. */
    public static Subject of(String label) {
        return BY_LABEL.getOrDefault(label, OTHER);
    }
}
