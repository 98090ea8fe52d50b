/**
 * All live cameras of a process, looked at by a few threads under one budget.
 *
 * <p>Door: {@link io.kakou.analysis.street.Street}.
 *
 * <p>In: coded pictures from network threads, which never wait. Out: {@link io.kakou.analysis.watch.Judged} for each
 * look, and how the work is shared.
 *
 * <p>Do not touch: a hint is never a look, and what is not looked at is said.
 */
@NullMarked
package io.kakou.analysis.street;

import org.jspecify.annotations.NullMarked;
