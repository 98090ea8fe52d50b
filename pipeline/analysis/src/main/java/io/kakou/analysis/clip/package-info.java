/**
 * What a camera showed: the newest seconds in memory, clips of what led to alerts and followed, the live picture.
 *
 * <p>Door: {@link io.kakou.analysis.clip.ClipRecorder}, one a camera, over one {@link
 * io.kakou.analysis.clip.ClipStorage}.
 *
 * <p>In: access units off the network, alerts. Out: {@code clips/<alert>/} in the store, fragments for who looks live.
 *
 * <p>Do not touch: what a network thread calls only adds to memory; the store is waited for by the storage's threads.
 */
@NullMarked
package io.kakou.analysis.clip;

import org.jspecify.annotations.NullMarked;
