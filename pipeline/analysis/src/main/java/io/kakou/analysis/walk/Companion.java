package io.kakou.analysis.walk;

/**
 * Another walker, as one walker's company.
 *
 * @param walker the other's id
 * @param nearSeconds how long they were near each other, in all
 * @param lastSeconds when they were last together: near, or after they had become company, within reach
 */
public record Companion(long walker, double nearSeconds, double lastSeconds) {}
