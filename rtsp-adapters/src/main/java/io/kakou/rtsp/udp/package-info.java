/**
 * RTP and RTCP as datagrams (RFC 3550 §11): a pair of ports, and the order that UDP does not keep.
 *
 * <p>Door: {@link io.kakou.rtsp.udp.PortPair}; and {@link io.kakou.rtsp.udp.LoopPace}, since datagrams do not wait.
 *
 * <p>In: datagrams of one peer. Out: RTP packets in order, RTCP packets as they come.
 *
 * <p>Do not touch: what anybody but the peer sends is dropped unread.
 */
@NullMarked
package io.kakou.rtsp.udp;

import org.jspecify.annotations.NullMarked;
