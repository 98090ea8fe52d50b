package io.kakou.benchmarks.trucks.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A truck passes a camera.
 *
 * @param truck who drives
 * @param track the camera's number for it
 * @param truth once all papers are there
 * @param origin where the load is from that was tipped there, or null: none was
 */
public record Pass(
        String truck, String plate, String camera, long track, Instant at, Truth truth, @Nullable String origin) {}
