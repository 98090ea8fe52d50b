package io.kakou.console.cameras;

import io.kakou.events.Camera;
import org.jspecify.annotations.Nullable;

/**
 * A camera in the database.
 *
 * @param area the smallest area that holds its place, or null
 */
public record StoredCamera(Camera camera, @Nullable String area) {}
