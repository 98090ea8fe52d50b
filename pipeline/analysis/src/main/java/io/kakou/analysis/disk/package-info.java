/**
 * Files that a power cut must not tear.
 *
 * <p>Door: {@link io.kakou.analysis.disk.WholeFile}.
 *
 * <p>In: bytes and a name. Out: the old file or the new one, never half of either.
 *
 * <p>Do not touch: nothing returns before the disk has the bytes and the name.
 */
@NullMarked
package io.kakou.analysis.disk;

import org.jspecify.annotations.NullMarked;
