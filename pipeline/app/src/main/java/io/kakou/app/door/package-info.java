/**
 * The analysis process's door for the console: pictures, live streams, a probe.
 *
 * <p>Door: {@link io.kakou.app.door.InternalDoor}.
 *
 * <p>In: HTTP on 127.0.0.1 with the installation's token. Out: JPEG, fragmented MP4, JSON.
 *
 * <p>Do not touch: no browser comes here; who may see what is decided by the console.
 */
@NullMarked
package io.kakou.app.door;

import org.jspecify.annotations.NullMarked;
