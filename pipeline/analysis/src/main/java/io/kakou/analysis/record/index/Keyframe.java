package io.kakou.analysis.record.index;

/**
 * Where a player can begin within a minute.
 *
 * @param offset of its fragment, in bytes from the object's begin
 * @param seconds from the minute's first picture
 */
public record Keyframe(long offset, double seconds) {}
