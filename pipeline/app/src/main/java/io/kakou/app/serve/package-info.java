/**
 * Files as cameras.
 *
 * <p>Door: {@link io.kakou.app.serve.ServedFile}; several as one are a {@link io.kakou.app.serve.Playlist}.
 *
 * <p>In: a file whose video is H.264. Out: what {@link io.kakou.rtsp.serve.RtspServer} serves.
 *
 * <p>Do not touch: it only joins the demuxer of one room to the server of another.
 */
@NullMarked
package io.kakou.app.serve;

import org.jspecify.annotations.NullMarked;
