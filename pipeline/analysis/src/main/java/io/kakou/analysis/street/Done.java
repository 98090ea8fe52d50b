package io.kakou.analysis.street;

/**
 * What was done since the start, over all cameras.
 *
 * @param hints pictures that had grown, and were looked into
 * @param glances pictures judged by the gate
 * @param looks those of them that went to a judge
 * @param detections looks that detected
 * @param unknown looks at what cannot be judged
 * @param dropped coded pictures let go
 */
public record Done(long hints, long glances, long looks, long detections, long unknown, long dropped) {}
