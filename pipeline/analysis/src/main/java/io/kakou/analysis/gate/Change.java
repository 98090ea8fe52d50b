package io.kakou.analysis.gate;

/**
 * How one picture differs from the reference.
 *
 * @param share of the picture's area that changed, 0 to 1; 1 without a reference
 * @param changed whether that is worth a look
 * @param noise grey levels by which the unchanged part flickers: what this look adds to the learning
 */
public record Change(double share, boolean changed, double noise) {}
