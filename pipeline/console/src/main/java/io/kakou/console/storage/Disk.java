package io.kakou.console.storage;

import org.jspecify.annotations.Nullable;

/**
 * The disk as it was measured.
 *
 * @param usedBytes by the store
 * @param freeBytes on its disk, for everything
 * @param bytesADay how fast the store grows, 0 where it does not; null before there is enough to tell by
 * @param daysLeft until the disk is full at that rate; null where that is not known, or never
 */
public record Disk(long usedBytes, long freeBytes, @Nullable Double bytesADay, @Nullable Double daysLeft) {}
