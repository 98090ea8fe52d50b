package io.kakou.jobs.truck.plate;

/**
 * A plate with papers that a reading may be of, beside the likeliest one.
 *
 * @param weight of the belief, 0 to 1
 */
public record Other(String plate, double weight) {}
