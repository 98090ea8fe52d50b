/**
 * The one folder that holds all that an installation knows.
 *
 * <p>Door: {@link io.kakou.app.data.DataFolder}.
 *
 * <p>In: a path. Out: the folder locked for this process, of this release's version, with its secrets made.
 *
 * <p>Do not touch: a folder of a newer release is never written to; a secret is readable by its owner alone.
 */
@NullMarked
package io.kakou.app.data;

import org.jspecify.annotations.NullMarked;
