package io.kakou.console.incidents;

import io.kakou.events.Incident;
import java.util.List;

/**
 * Incidents read together.
 *
 * @param cursor every change after it is still to come
 */
public record Page(List<Incident> incidents, long cursor) {}
