/**
 * Dumping in a no-dump zone: the rule, and how the ground lay before.
 *
 * <p>Door: {@link io.kakou.analysis.rule.dumping.Dumping}.
 *
 * <p>In: a {@link io.kakou.analysis.rule.Scene}, its picture and the rule's memory. Out: the next memory and alerts.
 *
 * <p>Do not touch: the ground is compared only where nobody stands.
 */
@NullMarked
package io.kakou.analysis.rule.dumping;

import org.jspecify.annotations.NullMarked;
