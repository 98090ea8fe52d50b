package io.kakou.events.search;

/**
 * The shortest way between two cameras on foot.
 *
 * @param metres along it
 * @param seconds that it usually takes
 * @param spread standard deviation of the logarithm of that
 * @param between cameras that it passes and that would have had to miss the child
 */
public record Way(double metres, double seconds, double spread, int between) {}
