/**
 * Clips and pictures out of the object store.
 *
 * <p>Door: {@link io.kakou.console.clips.ClipReader}.
 *
 * <p>In: an alert's id. Out: bytes.
 *
 * <p>Do not touch: keys of the store are made here and never leave.
 */
@NullMarked
package io.kakou.console.clips;

import org.jspecify.annotations.NullMarked;
