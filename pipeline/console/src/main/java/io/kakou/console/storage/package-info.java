/**
 * What is kept on the disk, and for how long the disk lasts.
 *
 * <p>Door: {@link io.kakou.console.storage.Storage}.
 *
 * <p>In: the store's folder, measured now and then. Out: bytes used, bytes free, days left.
 *
 * <p>Do not touch: days that were not measured are not told.
 */
@NullMarked
package io.kakou.console.storage;

import org.jspecify.annotations.NullMarked;
