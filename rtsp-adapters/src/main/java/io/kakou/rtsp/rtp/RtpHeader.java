package io.kakou.rtsp.rtp;

/** The fields of a packet to be written, as in {@link RtpPacket}. */
public record RtpHeader(boolean marker, int payloadType, int sequence, int timestamp, int ssrc) {}
