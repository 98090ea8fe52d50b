package io.kakou.jobs.room.announce;

import io.kakou.events.NoticeCause;
import java.time.Instant;

/**
 * Why a seat is told of an incident.
 *
 * @param name tells it from the incident's other reasons for this seat
 * @param at recorded time
 */
public record Reason(NoticeCause cause, String name, Instant at) {}
