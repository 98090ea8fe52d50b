/**
 * Coded video to pictures, and back: FFmpeg's low-level API, one thread a decoder, every native byte freed by hand.
 *
 * <p>Door: {@link io.kakou.analysis.decode.VideoFile} for files, {@link io.kakou.analysis.decode.StreamDecoder} for
 * live; {@link io.kakou.analysis.decode.Scaler} makes the pictures of both.
 *
 * <p>In: a file, or {@link io.kakou.rtsp.AccessUnit access units}. Out: {@link io.kakou.analysis.decode.DecodedFrame},
 * {@link io.kakou.models.Picture}, {@link io.kakou.analysis.gate.GreyPicture}.
 *
 * <p>Do not touch: no other room sees {@code org.bytedeco}. It is to be run with
 * {@code -Dorg.bytedeco.javacpp.nopointergc=true}: a buffer the garbage collector frees under FFmpeg ends the process.
 */
@NullMarked
package io.kakou.analysis.decode;

import org.jspecify.annotations.NullMarked;
