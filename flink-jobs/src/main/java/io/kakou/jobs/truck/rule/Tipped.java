package io.kakou.jobs.truck.rule;

/**
 * Muck tipped where this truck was.
 *
 * @param alert the camera's
 * @param seen of which time that it was seen
 */
public record Tipped(String alert, String seen) {}
