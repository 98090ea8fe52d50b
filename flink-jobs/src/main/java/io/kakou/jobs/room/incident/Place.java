package io.kakou.jobs.room.incident;

/** Of which part an alert is that is not released yet. */
public record Place(String alert, String part) {}
