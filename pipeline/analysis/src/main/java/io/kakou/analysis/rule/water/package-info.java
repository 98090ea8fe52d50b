/**
 * Water on a road: the rule, and what it remembers of the road when dry.
 *
 * <p>Door: {@link io.kakou.analysis.rule.water.Waterlogging}.
 *
 * <p>In: a {@link io.kakou.analysis.rule.Scene}, what the model saw of water, and the rule's memory. Out: the next memory and alerts.
 *
 * <p>Do not touch: a picture in haze says nothing, neither of water nor of a dry road.
 */
@NullMarked
package io.kakou.analysis.rule.water;

import org.jspecify.annotations.NullMarked;
