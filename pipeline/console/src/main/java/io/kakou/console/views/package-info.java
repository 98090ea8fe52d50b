/**
 * Who looked at what, when and why: a chain of hashes that shows every change.
 *
 * <p>Door: {@link io.kakou.console.views.Views}.
 *
 * <p>In: a view about to be given. Out: its row, before the first byte.
 *
 * <p>Do not touch: rows are added, never changed, never taken away.
 */
@NullMarked
package io.kakou.console.views;

import org.jspecify.annotations.NullMarked;
