package io.kakou.rtsp.codec;

/**
 * All NAL units of one picture.
 *
 * @param keyframe it holds an IDR slice, behind the parameter sets
 * @param timestamp RTP's, 32 bits
 * @param bytes Annex B with four-byte start codes; the receiver's own
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy a frame would cost more than it guards.
public record CodedPicture(boolean keyframe, int timestamp, byte[] bytes) {}
