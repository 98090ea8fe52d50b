package io.kakou.console.task;

import io.kakou.events.Point;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a unit said.
 *
 * @param id of its phone's choosing, a UUID: said twice it is the same
 * @param at when it happened, by the phone's clock set to ours
 * @param receivedAt when we heard it
 * @param position WGS-84, or null where the phone did not say
 * @param accuracyMetres radius of 68 % confidence as the phone states it (W3C Geolocation §6), or null
 * @param metres from the place of the incident, or null where one of the two is not known
 */
public record Report(
        String id,
        ReportKind kind,
        Instant at,
        Instant receivedAt,
        @Nullable Point position,
        @Nullable Double accuracyMetres,
        @Nullable Double metres) {}
