package io.kakou.jobs.truck.rule;

import io.kakou.events.CameraKind;
import io.kakou.events.Point;
import org.jspecify.annotations.Nullable;

/** What of a camera matters here. */
public record CameraPlace(String id, CameraKind kind, @Nullable Point place) {}
