/**
 * What is kept of each camera and what is missing, by the hour, on the disk of whoever recorded it and in the store.
 *
 * <p>Door: {@link io.kakou.analysis.record.index.FootageIndex}.
 *
 * <p>In: minutes as they are stored and gaps as they are known. Out: the spans of a camera.
 *
 * <p>Do not touch: a line is on the disk before the spool lets go of what it names.
 */
@NullMarked
package io.kakou.analysis.record.index;

import org.jspecify.annotations.NullMarked;
