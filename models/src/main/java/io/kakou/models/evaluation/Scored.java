package io.kakou.models.evaluation;

/**
 * One picture's score, and what is true of it.
 *
 * @param file for people
 * @param group what it was left out with: a building, a camera, a source
 * @param truth whether the event is in it
 * @param score the model's, higher for surer
 */
public record Scored(String file, String group, boolean truth, double score) {}
