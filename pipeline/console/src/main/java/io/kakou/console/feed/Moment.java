package io.kakou.console.feed;

import java.util.List;

/**
 * What a reader is told next.
 *
 * @param events in the form of text/event-stream (HTML §9.2.6), each whole
 * @param cursor where the reader stands after them
 * @param more whether there is more to read at once
 */
public record Moment(List<String> events, long cursor, boolean more) {}
