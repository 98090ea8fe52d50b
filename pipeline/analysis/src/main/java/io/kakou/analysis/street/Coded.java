package io.kakou.analysis.street;

import io.kakou.rtsp.AccessUnit;

/**
 * A coded picture as it waits.
 *
 * @param number of the camera's pictures, from 0, without a hole
 * @param session it came in
 * @param seconds on the camera's timeline
 * @param received by the street's clock, in seconds
 */
record Coded(long number, long session, double seconds, double received, AccessUnit unit) {}
