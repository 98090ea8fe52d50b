/**
 * The log of looks of every camera, kept: what was looked at, when and how far, so that a span can be judged again.
 *
 * <p>Door: {@link io.kakou.analysis.journal.LookJournal} writes, {@link io.kakou.analysis.journal.StoredJournal} reads,
 * {@link io.kakou.analysis.journal.JournalReplay} judges again.
 *
 * <p>In: every look and what it came to. Out: {@code looks/<camera>/<day>/…} in the store, an object an hour.
 *
 * <p>Do not touch: a page begins with the memory its first look began with, or nobody could judge from there on.
 */
@NullMarked
package io.kakou.analysis.journal;

import org.jspecify.annotations.NullMarked;
