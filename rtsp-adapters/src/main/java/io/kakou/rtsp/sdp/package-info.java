/**
 * Session descriptions (RFC 4566) as cameras write them, which is not always as the RFC has it.
 *
 * <p>Door: {@link io.kakou.rtsp.sdp.SessionDescription}.
 *
 * <p>In: the body of a DESCRIBE answer. Out: its media, with addresses and parameters ready to use.
 *
 * <p>Do not touch: a line that cannot be understood is left out; only what is needed and missing is an error, and the
 * session's.
 */
@NullMarked
package io.kakou.rtsp.sdp;

import org.jspecify.annotations.NullMarked;
