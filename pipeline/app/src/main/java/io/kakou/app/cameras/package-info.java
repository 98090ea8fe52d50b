/**
 * The cameras of one analysis process: those of the topic {@code cameras}, each watched on its own.
 *
 * <p>Door: {@link io.kakou.app.cameras.CameraSet}.
 *
 * <p>In: cameras as they stand on the log. Out: their alerts to the spool, their health to the log.
 *
 * <p>Do not touch: what one camera does wrong stays with that camera; nothing here runs on a thread that polls.
 */
@NullMarked
package io.kakou.app.cameras;

import org.jspecify.annotations.NullMarked;
