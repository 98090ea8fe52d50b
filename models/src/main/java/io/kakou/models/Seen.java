package io.kakou.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one look at a picture gave.
 *
 * @param detections best score first
 * @param water where the detector knows water, else null
 */
public record Seen(List<Detection> detections, @Nullable WaterMap water) {
    public Seen {
        detections = List.copyOf(detections);
    }
}
