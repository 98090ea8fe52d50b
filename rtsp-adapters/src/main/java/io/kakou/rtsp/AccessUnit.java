package io.kakou.rtsp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One coded picture as it came from a camera. The bytes are handed over, not copied: nobody changes them afterwards.
 *
 * @param codec how the bytes are coded
 * @param keyframe whether decoding can begin here; then the parameter sets stand first in {@code bytes}
 * @param seconds place on the session's RTP timeline, 0 at its first access unit; rules measure durations on it
 * @param at the RTP timeline mapped to our clock, monotone within a session
 * @param cameraTime the camera's own clock from RTCP sender reports (RFC 3550 §6.4.1), or null while none came
 * @param bytes H.264 and H.265: Annex B, every NAL unit behind a four-byte start code; JPEG: a JFIF file
 */
@SuppressWarnings(
        "ArrayRecordComponent") // An access unit is compared by nobody; a copy a frame would cost more than it guards.
public record AccessUnit(
        Codec codec, boolean keyframe, double seconds, Instant at, @Nullable Instant cameraTime, byte[] bytes) {}
