package io.kakou.jobs.room.incident;

/** How far a partition of the actions has been read. */
public record ActionsRead(int partition, long offset) {}
