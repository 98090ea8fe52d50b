package io.kakou.jobs.room.announce;

import io.kakou.events.Shelf;
import org.jspecify.annotations.Nullable;

/** What comes to one room's seat: an incident as it stands now, or that somebody puts one aside; never both. */
public record AtSeat(String room, @Nullable SeatIncident incident, @Nullable Shelf shelf) {}
