/**
 * Where data crosses from one thread to another.
 *
 * <p>Door: {@link io.kakou.analysis.flow.Mailbox} for pictures, {@link io.kakou.analysis.flow.Backlog} for work; {@link
 * io.kakou.analysis.flow.Closing} ends what runs.
 *
 * <p>In: what a network thread offers. Out: the same in order, or a count of what was let go.
 *
 * <p>Do not touch: every queue of the analysis is here, bounded; offering never blocks.
 */
@NullMarked
package io.kakou.analysis.flow;

import org.jspecify.annotations.NullMarked;
